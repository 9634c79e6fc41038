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
    private final Duration forgottenHolderLimit;

    LeaseScript(StringRedisTemplate redis, String prefix, ClientId clientId, LeaseHolder asker, Duration timeToLive) {
        String key = prefix + "ib:lease:client:" + clientId;
        this.redis = redis;
        this.keys = List.of(key, key + ":token", prefix + "ib:lease:born");
        this.asker = asker;
        this.timeToLive = timeToLive;
        this.forgottenHolderLimit = forgottenHolderLimit(timeToLive);
    }

    /** How long a lease is proven after its last renewal. */
    static Duration proof(Duration timeToLive) {
        return timeToLive.multipliedBy(4).dividedBy(5);
    }

    /** The proof, and a little for what a holder is just sending. */
    static Duration forgottenHolderLimit(Duration timeToLive) {
        return proof(timeToLive).plus(timeToLive.dividedBy(20));
    }

    /** Redis' answer. */
    sealed interface Answer {
        record Ours(long token) implements Answer {}

        /** Somebody else's. */
        record Theirs(LeaseHolder holder, long token, Duration lapsesIn) implements Answer {}

        /** Redis lost its data lately: somebody it does not know of may hold it for so long. */
        record MaybeHeld(Duration forAtMost) implements Answer {}

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
                token,
                forgottenHolderLimit.toMillis());
        if (LuaScript.number(answer, 0) > 0) {
            return new Answer.Ours(LuaScript.number(answer, 0));
        }
        Duration pause = Duration.ofMillis(Math.max(0, LuaScript.number(answer, 1)));
        if (!LuaScript.text(answer, 6).isEmpty()) {
            return new Answer.Theirs(holder(answer), LuaScript.number(answer, 7), pause);
        }
        return pause.isZero() ? new Answer.Overtaken() : new Answer.MaybeHeld(pause);
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
