package com.quanticity.ibkr.stream.view;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * A hash of texts with a second key that says of what moment it is. Both live as long as they are renewed: a key that is absent means
 * that nothing is known, an absent hash beside a moment means that there is nothing. Scripts, because a transaction of Redis needs a
 * connection of its own each time. Thread-safe; exceptions are those of spring-data-redis.
 */
public final class HashView {

    /** ARGV: seconds to live, moment, fields and values. */
    private static final RedisScript<Long> REPLACE = script("""
            redis.call('del', KEYS[1])
            for i = 3, #ARGV, 2 do redis.call('hset', KEYS[1], ARGV[i], ARGV[i + 1]) end
            redis.call('expire', KEYS[1], ARGV[1])
            if KEYS[2] then redis.call('setex', KEYS[2], ARGV[1], ARGV[2]) end
            return 1""");

    /** ARGV: seconds to live, moment, fields expected, how many are removed, those, fields and values. */
    private static final RedisScript<Long> CHANGE = script("""
            if redis.call('hlen', KEYS[1]) ~= tonumber(ARGV[3]) then return 0 end
            local first = 5 + tonumber(ARGV[4])
            for i = 5, first - 1 do redis.call('hdel', KEYS[1], ARGV[i]) end
            for i = first, #ARGV, 2 do redis.call('hset', KEYS[1], ARGV[i], ARGV[i + 1]) end
            redis.call('expire', KEYS[1], ARGV[1])
            if KEYS[2] then redis.call('setex', KEYS[2], ARGV[1], ARGV[2]) end
            return 1""");

    private final StringRedisTemplate redis;
    private final List<String> keys;
    private final String secondsToLive;

    /**
     * @param hash whole name of the key of the hash
     * @param asOf whole name of the key of the moment, null for a hash without one
     * @param timeToLive of both since they were written last
     */
    public HashView(StringRedisTemplate redis, String hash, @Nullable String asOf, Duration timeToLive) {
        this.redis = redis;
        this.keys = asOf == null ? List.of(hash) : List.of(hash, asOf);
        this.secondsToLive = Long.toString(timeToLive.toSeconds());
    }

    /** Shows exactly these fields. */
    public void replace(Map<String, String> fields, Instant asOf) {
        List<String> arguments = new ArrayList<>(List.of(secondsToLive, asOf.toString()));
        add(fields, arguments);
        redis.execute(REPLACE, keys, arguments.toArray());
    }

    /**
     * Shows what changed.
     *
     * @param expected how many fields there are before
     * @return false when there are not as many, because Redis lost them; nothing was written then
     */
    public boolean change(int expected, Map<String, String> changed, Collection<String> removed, Instant asOf) {
        List<String> arguments = new ArrayList<>(
                List.of(secondsToLive, asOf.toString(), Integer.toString(expected), Integer.toString(removed.size())));
        arguments.addAll(removed);
        add(changed, arguments);
        Long done = redis.execute(CHANGE, keys, arguments.toArray());
        return done != null && done == 1;
    }

    /** Shows that nothing is known. */
    public void clear() {
        redis.delete(keys);
    }

    private static void add(Map<String, String> fields, List<String> arguments) {
        fields.forEach((field, value) -> {
            arguments.add(field);
            arguments.add(value);
        });
    }

    private static RedisScript<Long> script(String text) {
        return new DefaultRedisScript<>(text, Long.class);
    }
}
