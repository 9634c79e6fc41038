-- Counts the queries for the past of one gateway, over all its sessions. Times are Redis milliseconds.
-- KEYS: 1 queries of the last ten minutes  2 queries under way  3 the last identical query  4 queries of the same series
-- ARGV: 1 this query, unique  2 weight  3 most a minute  4 most in ten minutes  5 ms between identical ones  6 most of a series
--       7 ms of the series' window  8 most under way  9 ms after which a query under way is forgotten  10 ms of guard
-- Returns {0, ''} when the query may go, else {ms to wait, rule}
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local me, weight, guard = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[10])
local wait, rule = 0, ''

local function later(ms, name)
  if ms > wait then
    wait, rule = ms, name
  end
end

-- Until enough of the counted weight has left the window that this query fits.
local function window(key, most, ms, name)
  ms = ms + guard
  local counted = redis.call('ZRANGEBYSCORE', key, now - ms + 1, '+inf', 'WITHSCORES')
  local excess = weight - most
  for i = 1, #counted, 2 do
    excess = excess + tonumber(string.match(counted[i], '(%d+)$'))
  end
  for i = 1, #counted, 2 do
    if excess > 0 then
      excess = excess - tonumber(string.match(counted[i], '(%d+)$'))
      later(tonumber(counted[i + 1]) + ms - now, name)
    end
  end
end

redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - 600000 - guard)
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now - tonumber(ARGV[9]))
window(KEYS[1], tonumber(ARGV[3]), 60000, 'PER_MINUTE')
window(KEYS[1], tonumber(ARGV[4]), 600000, 'PER_TEN_MINUTES')
window(KEYS[4], tonumber(ARGV[6]), tonumber(ARGV[7]), 'SAME_SERIES')
later(redis.call('PTTL', KEYS[3]), 'IDENTICAL')
if redis.call('ZCARD', KEYS[2]) >= tonumber(ARGV[8]) then
  later(1000, 'OPEN_QUERIES')
end
if wait > 0 then
  return { wait, rule }
end

redis.call('ZADD', KEYS[1], now, me .. ' ' .. weight)
redis.call('PEXPIRE', KEYS[1], 600000 + guard)
redis.call('ZADD', KEYS[2], now, me)
redis.call('PEXPIRE', KEYS[2], ARGV[9])
redis.call('ZADD', KEYS[4], now, me .. ' ' .. weight)
redis.call('PEXPIRE', KEYS[4], tonumber(ARGV[7]) + guard)
if tonumber(ARGV[5]) > 0 then
  redis.call('SET', KEYS[3], me, 'PX', tonumber(ARGV[5]) + guard)
end
return { 0, '' }
