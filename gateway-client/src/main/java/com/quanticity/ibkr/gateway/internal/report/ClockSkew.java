package com.quanticity.ibkr.gateway.internal.report;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the gateway's clock is ahead of ours, from its answers to {@code reqCurrentTime}. An answer is taken to be of the middle
 * between sending and receiving. It counts whole seconds, cut off, so that half a second is added and half a second of doubt stays.
 * Written on the session's control thread, read on every thread.
 */
public final class ClockSkew {

    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

    private volatile @Nullable Duration last;

    public void answered(Instant gatewayTime, Instant sentAt, Instant receivedAt) {
        Instant middle = sentAt.plus(Duration.between(sentAt, receivedAt).dividedBy(2));
        Duration measured = Duration.between(middle, gatewayTime);
        last = gatewayTime.getNano() == 0 ? measured.plus(HALF_A_SECOND) : measured;
    }

    /** Positive when the gateway's clock is ahead; null before the first answer. */
    public @Nullable Duration last() {
        return last;
    }
}
