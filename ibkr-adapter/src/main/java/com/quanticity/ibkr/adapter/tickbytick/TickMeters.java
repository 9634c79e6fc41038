package com.quanticity.ibkr.adapter.tickbytick;

import com.quanticity.ibkr.adapter.AdapterMeter;
import com.quanticity.ibkr.model.market.TickByTick;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;

/** What is measured of ticks before they are handed to their publisher, which measures the rest of their way. */
final class TickMeters {

    private final Timer handOver;
    private final Counter repeated;
    private final Counter unreadable;
    private final Counter quotaRefusals;
    private volatile double stampSkewSeconds = Double.NaN;

    TickMeters(MeterRegistry registry) {
        handOver = registry.timer(AdapterMeter.TICK_HAND_OVER.meterName());
        repeated = registry.counter(AdapterMeter.TICKS_REPEATED.meterName());
        unreadable = registry.counter(AdapterMeter.TICKS_UNREADABLE.meterName());
        quotaRefusals = registry.counter(AdapterMeter.TICK_QUOTA_REFUSALS.meterName());
        registry.gauge(AdapterMeter.TICK_STAMP_SKEW.meterName(), this, meters -> meters.stampSkewSeconds);
    }

    /** Ticks of one read of the socket are on their way to the publisher. */
    void onHandOver(TickByTick newest, Instant now) {
        handOver.record(Duration.between(newest.receivedAt(), now));
        if (!newest.history()) {
            stampSkewSeconds =
                    Duration.between(newest.brokerTime(), newest.receivedAt()).toMillis() / 1e3;
        }
    }

    void onRepeated(int count) {
        repeated.increment(count);
    }

    void onUnreadable() {
        unreadable.increment();
    }

    void onQuotaRefusal() {
        quotaRefusals.increment();
    }

    long quotaRefusals() {
        return (long) quotaRefusals.count();
    }
}
