-- Shares the message budget of one gateway. A member's record: "held floor expiresAt want"; times are Redis milliseconds.
-- KEYS: 1 the gateway's hash
-- ARGV: 1 member ("clientId:instance")  2 floor  3 slots it insists on  4 slots it would use  5 budget  6 ms to live
--       7 join, renew or leave  8 ms for which a violation lowers the budget, 0 = none  9 lowered budget  10 ms after which all is forgotten
-- Returns {slots granted, slots to come down to, ms for which the budget is lowered}
local key, me, floor = KEYS[1], ARGV[1], tonumber(ARGV[2])
local hold, want, limit, ttl = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])
local operation = ARGV[7]
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

-- An empty hash may mean that Redis lost its data while others still send: nobody gets more than its floor until they would have lapsed.
local born = tonumber(redis.call('HGET', key, 'born'))
if not born then
  born = now
  redis.call('HSET', key, 'born', now)
end
if tonumber(ARGV[8]) > 0 then
  redis.call('HSET', key, 'lowered', now + tonumber(ARGV[8]))
end
local lowered = math.max(0, (tonumber(redis.call('HGET', key, 'lowered')) or 0) - now)
if lowered > 0 then
  limit = math.min(limit, tonumber(ARGV[9]))
end

local id = string.match(me, '^(%d+):')
local members, taken, mine = {}, 0, nil
local fields = redis.call('HGETALL', key)
for i = 1, #fields, 2 do
  local name, held, reserved, expires, wanted = fields[i], string.match(fields[i + 1], '^(%d+) (%d+) (%d+) (%d+)$')
  if held then
    held, reserved, expires, wanted = tonumber(held), tonumber(reserved), tonumber(expires), tonumber(wanted)
    local lapsed = expires <= now
    if lapsed then
      held = math.min(held, reserved)
      wanted = held
    end
    if name == me then
      mine = held
    else
      -- The same id in a newer process: the old one keeps what it may still be using, and nothing after that.
      if operation == 'join' and string.match(name, '^(%d+):') == id then
        reserved = 0
        redis.call('HSET', key, name, held .. ' 0 ' .. (lapsed and now + 1200 or expires) .. ' 0')
      end
      if lapsed and held == 0 then
        redis.call('HDEL', key, name)
      else
        taken = taken + held
        if reserved > 0 then
          members[#members + 1] = { name = name, floor = reserved, want = math.max(wanted, reserved) }
        end
      end
    end
  end
end

-- A record that Redis lost: what its owner insists on may still be in use.
mine = mine or (operation == 'join' and 0 or hold)
if operation == 'leave' then
  redis.call('HSET', key, me, math.min(hold, mine) .. ' 0 ' .. (now + 1200) .. ' 0')
  redis.call('PEXPIRE', key, ARGV[10])
  return { 0, 0, lowered }
end

-- Everyone has its floor; the rest goes round one by one to whoever wants more.
local self = { name = me, floor = floor, want = math.max(want, floor) }
members[#members + 1] = self
table.sort(members, function(a, b) return a.name < b.name end)
local rest = limit
for _, member in ipairs(members) do
  member.part = member.floor
  rest = rest - member.floor
end
local given = true
while rest > 0 and given do
  given = false
  for _, member in ipairs(members) do
    if rest > 0 and member.part < member.want then
      member.part = member.part + 1
      rest = rest - 1
      given = true
    end
  end
end
local target = math.max(0, self.part + math.min(rest, 0))
if now - born < ttl then
  target = math.min(target, floor)
end

hold = math.min(hold, mine)
local granted = math.max(hold, math.min(target, limit - taken), 0)
redis.call('HSET', key, me, granted .. ' ' .. floor .. ' ' .. (now + ttl) .. ' ' .. self.want)
redis.call('PEXPIRE', key, ARGV[10])
return { granted, target, lowered }
