-- The lease of one client id: a hash with the holder, and a counter that grows with every new holder.
-- KEYS: 1 the lease  2 the counter  3 since when this Redis has not forgotten anything: "run-id ms", or "first-start"
-- ARGV: 1 acquire, renew or release  2 instance  3 ms to live  4 component  5 host  6 pid  7 since  8 token (renew, release)
--       9 ms for which a holder that Redis forgot may still believe in its lease
-- Returns {token, 0} when the lease is the caller's, else {0, ms until it lapses, component, host, pid, since, instance, token}; without
-- an instance: ms until a forgotten holder has given up, 0 = given to somebody since
local lease, counter, operation, instance, ttl = KEYS[1], KEYS[2], ARGV[1], ARGV[2], ARGV[3]
local holder = redis.call('HGET', lease, 'instance')
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

-- When this run of Redis began. A replica that took over is another run, and what it missed it missed just now.
local function began()
  local info = redis.call('INFO', 'replication')
  if string.match(info, 'role:(%a+)') ~= 'master' or string.match(info, 'second_repl_offset:(%-?%d+)') ~= '-1' then
    return now
  end
  local uptime = string.match(redis.call('INFO', 'server'), 'uptime_in_seconds:(%d+)')
  -- Whole seconds of a clock that is read ten times a second.
  return math.min(now, now - uptime * 1000 + 1100)
end

-- Emptied, restarted from an older state or replaced by a replica: no word of when this run began, or one of another run.
local run = string.match(redis.call('INFO', 'server'), 'run_id:(%x+)')
local written = redis.call('GET', KEYS[3]) or ''
local remembered, since = string.match(written, '^(%x+) (%d+)$')
if remembered ~= run then
  since = written == 'first-start' and 0 or remembered and began() or now
  redis.call('SET', KEYS[3], run .. ' ' .. string.format('%.0f', since))
elseif tonumber(since) > now then
  -- Written before the clock was set back, by hours perhaps: nobody waits for that long.
  since = now
  redis.call('SET', KEYS[3], run .. ' ' .. string.format('%.0f', since))
end

if operation == 'release' then
  if holder == instance then
    redis.call('DEL', lease)
  end
  return { 0, 0, '', '', '', '', '', 0 }
end
if holder == instance then
  redis.call('PEXPIRE', lease, ttl)
  return { tonumber(redis.call('HGET', lease, 'token')), 0 }
end
if holder then
  local h = redis.call('HMGET', lease, 'component', 'host', 'pid', 'since', 'token')
  return { 0, redis.call('PTTL', lease), h[1], h[2], h[3], h[4], holder, tonumber(h[5]) }
end

local token
if operation == 'acquire' then
  local wait = since + ARGV[9] - now
  if wait > 0 then
    return { 0, wait, '', '', '', '', '', 0 }
  end
  -- Not less than the time in seconds, so that tokens grow even when Redis loses its data.
  token = math.max(tonumber(redis.call('GET', counter) or '0') + 1, tonumber(time[1]))
else
  -- Lapsed or forgotten by Redis: still the caller's unless the id was given to somebody since.
  local last = tonumber(redis.call('GET', counter) or '0')
  token = tonumber(ARGV[8])
  if last > token then
    return { 0, 0, '', '', '', '', '', 0 }
  end
end
redis.call('SET', counter, token)
redis.call('HSET', lease, 'token', token, 'instance', instance, 'component', ARGV[4], 'host', ARGV[5], 'pid', ARGV[6], 'since', ARGV[7])
redis.call('PEXPIRE', lease, ttl)
return { token, 0 }
