package com.quanticity.ibkr.gateway.internal.redis;

import com.quanticity.ibkr.gateway.pacing.FixedParts;
import com.quanticity.ibkr.gateway.pacing.Penalty;
import com.quanticity.ibkr.model.session.ClientId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The calls of {@code share.lua} for one member of one gateway. Each call waits for Redis. */
final class ShareScript {

    /** A member that is not heard for so long has only its floor left. */
    static final Duration TIME_TO_LIVE = Duration.ofSeconds(3);

    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);
    private static final LuaScript SCRIPT = new LuaScript("share.lua");

    private final StringRedisTemplate redis;
    private final List<String> keys;
    private final String member;
    private final int limit;
    private final int floor;

    ShareScript(StringRedisTemplate redis, String key, ClientId clientId, int limit) {
        this.redis = redis;
        this.keys = List.of(key);
        this.member = clientId + ":" + UUID.randomUUID();
        this.limit = limit;
        this.floor = FixedParts.of(clientId, limit);
    }

    /**
     * Redis' answer.
     *
     * @param granted slots that are ours until we say otherwise or lapse
     * @param target slots to come down to, when fewer
     * @param lowered the budget is lowered after a violation
     */
    record Answer(int granted, int target, boolean lowered) {}

    int limit() {
        return limit;
    }

    int floor() {
        return floor;
    }

    Answer join() {
        return run("join", 0, floor, Duration.ZERO);
    }

    Answer renew(int hold, int want, boolean violated) {
        return run("renew", hold, want, violated ? Penalty.LASTS : Duration.ZERO);
    }

    void leave(int hold) {
        run("leave", hold, 0, Duration.ZERO);
    }

    private Answer run(String operation, int hold, int want, Duration penalty) {
        List<?> answer = SCRIPT.run(
                redis,
                keys,
                member,
                floor,
                hold,
                want,
                limit,
                TIME_TO_LIVE.toMillis(),
                operation,
                penalty.toMillis(),
                Penalty.lowered(limit),
                FORGOTTEN_AFTER.toMillis());
        return new Answer(LuaScript.integer(answer, 0), LuaScript.integer(answer, 1), LuaScript.integer(answer, 2) > 0);
    }
}
