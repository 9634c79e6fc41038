-- The lease of one client id: a hash with the holder, and a counter that grows with every new holder.
-- KEYS: 1 the lease  2 the counter
-- ARGV: 1 acquire, renew or release  2 instance  3 ms to live  4 component  5 host  6 pid  7 since  8 token (renew, release)
-- Returns {token, 0} when the lease is the caller's, else {0, ms until it lapses, component, host, pid, since, instance}
local lease, counter, operation, instance, ttl = KEYS[1], KEYS[2], ARGV[1], ARGV[2], ARGV[3]
local holder = redis.call('HGET', lease, 'instance')

if operation == 'release' then
  if holder == instance then
    redis.call('DEL', lease)
  end
  return { 0, 0, '', '', '', '', '' }
end
if holder == instance then
  redis.call('PEXPIRE', lease, ttl)
  return { tonumber(redis.call('HGET', lease, 'token')), 0 }
end
if holder then
  local h = redis.call('HMGET', lease, 'component', 'host', 'pid', 'since')
  return { 0, redis.call('PTTL', lease), h[1], h[2], h[3], h[4], holder }
end

local token
if operation == 'acquire' then
  -- Started at the time in seconds, so that tokens grow even when Redis loses its data.
  redis.call('SET', counter, redis.call('TIME')[1], 'NX')
  token = redis.call('INCR', counter)
else
  -- Lapsed or forgotten by Redis: still the caller's unless the id was given to somebody since.
  local last = tonumber(redis.call('GET', counter) or '0')
  token = tonumber(ARGV[8])
  if last > token then
    return { 0, 0, '', '', '', '', '' }
  end
  redis.call('SET', counter, token)
end
redis.call('HSET', lease, 'token', token, 'instance', instance, 'component', ARGV[4], 'host', ARGV[5], 'pid', ARGV[6], 'since', ARGV[7])
redis.call('PEXPIRE', lease, ttl)
return { token, 0 }
