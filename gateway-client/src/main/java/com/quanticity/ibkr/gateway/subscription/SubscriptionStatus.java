package com.quanticity.ibkr.gateway.subscription;

import com.quanticity.ibkr.model.market.MarketDataType;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One subscription as it is now.
 *
 * @param subscription what is wanted
 * @param state where it stands
 * @param requestId id of its present request, 0 when it has none or its kind carries none; never used twice
 * @param connection number of the connection it was asked for on, 0 when it was not
 * @param since when that state was entered
 * @param lastDataAt when its data came last, on any connection; null when never
 * @param dataType freshness announced by the gateway, null when none was
 * @param allowedPause how long its data may pause before it is asked for anew, as learned or configured; null when any pause is normal
 */
public record SubscriptionStatus(
        Subscription subscription,
        SubscriptionState state,
        int requestId,
        long connection,
        Instant since,
        @Nullable Instant lastDataAt,
        @Nullable MarketDataType dataType,
        @Nullable Duration allowedPause) {

    /** One that was not judged yet. */
    public SubscriptionStatus(
            Subscription subscription,
            SubscriptionState state,
            int requestId,
            long connection,
            Instant since,
            @Nullable Instant lastDataAt,
            @Nullable MarketDataType dataType) {
        this(subscription, state, requestId, connection, since, lastDataAt, dataType, null);
    }

    public String key() {
        return subscription.key();
    }

    /** How old the last data is; null when there never was any. */
    public @Nullable Duration age(Instant now) {
        return lastDataAt == null ? null : Duration.between(lastDataAt, now);
    }
}
