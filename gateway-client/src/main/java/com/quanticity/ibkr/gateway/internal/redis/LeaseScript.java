package com.quanticity.ibkr.gateway.internal.redis;

import com.quanticity.ibkr.gateway.lease.LeaseHolder;
import com.quanticity.ibkr.model.session.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The calls of {@code lease.lua} for one client id and one asker. Each call waits for Redis. */
final class LeaseScript {

    private static final LuaScript SCRIPT = new LuaScript("lease.lua");

    private final StringRedisTemplate redis;
    private final List<String> keys;
    private final LeaseHolder asker;
    private final Duration timeToLive;

    LeaseScript(StringRedisTemplate redis, String prefix, ClientId clientId, LeaseHolder asker, Duration timeToLive) {
        String key = prefix + "ib:lease:client:" + clientId;
        this.redis = redis;
        this.keys = List.of(key, key + ":token");
        this.asker = asker;
        this.timeToLive = timeToLive;
    }

    /** Redis' answer. */
    sealed interface Answer {
        record Ours(long token) implements Answer {}

        /** Somebody else's. */
        record Theirs(LeaseHolder holder, Duration lapsesIn) implements Answer {}

        /** Nobody's now, but it was given to somebody since we had it. */
        record Overtaken() implements Answer {}
    }

    LeaseHolder asker() {
        return asker;
    }

    Answer acquire() {
        return run("acquire", 0);
    }

    Answer renew(long token) {
        return run("renew", token);
    }

    void release(long token) {
        run("release", token);
    }

    private Answer run(String operation, long token) {
        List<?> answer = SCRIPT.run(
                redis,
                keys,
                operation,
                asker.instance(),
                timeToLive.toMillis(),
                asker.component(),
                asker.host(),
                asker.pid(),
                asker.since(),
                token);
        if (LuaScript.number(answer, 0) > 0) {
            return new Answer.Ours(LuaScript.number(answer, 0));
        }
        return LuaScript.text(answer, 6).isEmpty()
                ? new Answer.Overtaken()
                : new Answer.Theirs(holder(answer), Duration.ofMillis(Math.max(0, LuaScript.number(answer, 1))));
    }

    private static LeaseHolder holder(List<?> answer) {
        return new LeaseHolder(
                LuaScript.text(answer, 2),
                LuaScript.text(answer, 3),
                LuaScript.number(answer, 4),
                Instant.parse(LuaScript.text(answer, 5)),
                LuaScript.text(answer, 6));
    }
}
