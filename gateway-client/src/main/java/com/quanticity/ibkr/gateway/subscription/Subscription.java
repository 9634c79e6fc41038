package com.quanticity.ibkr.gateway.subscription;

import com.quanticity.ibkr.gateway.request.GatewayRequest;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something the application wants streamed for as long as it runs.
 *
 * @param key names it within its session, for example {@code LEVEL_1:AAPL}; wanting another under the same key replaces it
 * @param request what starts the stream; its request id is ignored, each issue gets a fresh one
 * @param priority lower ones are asked for first after a loss
 * @param farm data farm that serves it, such as {@code usfarm}; null when not known
 * @param quietAllowance how long confirmed data may pause before the stream is asked for anew; null = the session's rule for its kind
 * @param renewal asked for anew this often, the old request ending when the new one is confirmed; null = never
 */
public record Subscription(
        String key,
        GatewayRequest request,
        int priority,
        @Nullable String farm,
        @Nullable Duration quietAllowance,
        @Nullable Duration renewal) {

    public Subscription {
        if (key.isBlank()) {
            throw new IllegalArgumentException("a subscription needs a key");
        }
        if (StreamKind.of(request).isEmpty()) {
            throw new IllegalArgumentException(
                    request.getClass().getSimpleName() + " does not stream; use ask or send for it");
        }
    }

    /** The usual: priority 100, farm not known, the session's rules. */
    public static Subscription of(String key, GatewayRequest request) {
        return new Subscription(key, request, 100, null, null, null);
    }

    public StreamKind kind() {
        return StreamKind.of(request).orElseThrow();
    }

    public Subscription withPriority(int other) {
        return new Subscription(key, request, other, farm, quietAllowance, renewal);
    }

    public Subscription withFarm(String other) {
        return new Subscription(key, request, priority, other, quietAllowance, renewal);
    }

    public Subscription withQuietAllowance(Duration other) {
        return new Subscription(key, request, priority, farm, other, renewal);
    }

    public Subscription renewedEvery(Duration other) {
        return new Subscription(key, request, priority, farm, quietAllowance, other);
    }
}
