package com.quanticity.ibkr.gateway.internal.redis;

import com.quanticity.ibkr.gateway.lease.ClientIdLeases;
import com.quanticity.ibkr.gateway.lease.LeaseAnswer;
import com.quanticity.ibkr.gateway.lease.LeaseHolder;
import com.quanticity.ibkr.model.session.ClientId;
import java.time.Clock;
import java.time.Duration;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Leases under {@code ib:lease:client:{id}}, with the fencing counter next to them. The key names no gateway: an id has one holder for
 * primary and backup together, so that a failover never makes two. Thread-safe.
 */
public final class RedisClientIdLeases implements ClientIdLeases {

    private final StringRedisTemplate redis;
    private final String prefix;
    private final Duration timeToLive;
    private final Clock clock;

    /**
     * @param prefix put before every key
     * @param timeToLive how long after the death of a holder its id stays taken; 3 s or more
     */
    public RedisClientIdLeases(StringRedisTemplate redis, String prefix, Duration timeToLive, Clock clock) {
        this.redis = redis;
        this.prefix = prefix;
        this.timeToLive = timeToLive;
        this.clock = clock;
    }

    @Override
    public LeaseAnswer acquire(ClientId clientId, String component) {
        LeaseHolder asker = LeaseHolder.here(component, clock.instant());
        LeaseScript script = new LeaseScript(redis, prefix, clientId, asker, timeToLive);
        try {
            long askedAt = System.nanoTime();
            return switch (script.acquire()) {
                case LeaseScript.Answer.Ours(long token) ->
                    new LeaseAnswer.Granted(
                            new RedisClientIdLease(clientId, script, token, timeToLive, askedAt).start());
                case LeaseScript.Answer.Theirs(LeaseHolder holder, long token, Duration lapsesIn) ->
                    new LeaseAnswer.Held(holder, token, lapsesIn);
                case LeaseScript.Answer.MaybeHeld(Duration forAtMost) ->
                    new LeaseAnswer.MaybeHeld(
                            forAtMost,
                            "Redis is new, was restarted or lost its data: client id " + clientId
                                    + " is given out when a holder it forgot would have come back; wait "
                                    + LeaseScript.forgottenHolderLimit(timeToLive)
                                            .toMillis()
                                    + " ms at most");
                case LeaseScript.Answer.Overtaken() ->
                    throw new IllegalStateException("acquiring answers with a token or a holder");
            };
        } catch (RuntimeException e) {
            return new LeaseAnswer.Unknown(
                    "cannot ask Redis who holds client id " + clientId + ": " + rootMessage(e) + "; check Redis");
        }
    }

    static String rootMessage(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null || cause == failure ? String.valueOf(failure.getMessage()) : rootMessage(cause);
    }
}
