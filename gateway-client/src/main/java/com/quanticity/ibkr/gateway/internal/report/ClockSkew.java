package com.quanticity.ibkr.gateway.internal.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * How far the gateway's clock is ahead of ours, from its answers to {@code reqCurrentTime}. An answer counts whole seconds, cut off,
 * so that one alone leaves a second open; the last answers together narrow it, since each was asked at another fraction of a second.
 * Thread-safe.
 */
public final class ClockSkew {

    /** Enough to narrow a second to about a tenth, few enough to follow a clock that drifts. */
    private static final int ANSWERS = 16;

    private final Deque<Bounds> answers = new ArrayDeque<>();
    private volatile @Nullable Duration last;

    /** Between which values the skew must lie. */
    private record Bounds(Duration least, Duration most) {

        boolean isImpossible() {
            return least.compareTo(most) > 0;
        }

        Bounds and(Bounds other) {
            return new Bounds(
                    least.compareTo(other.least) > 0 ? least : other.least,
                    most.compareTo(other.most) < 0 ? most : other.most);
        }

        Duration middle() {
            return least.plus(most.minus(least).dividedBy(2));
        }
    }

    public synchronized void answered(Instant gatewayTime, Instant sentAt, Instant receivedAt) {
        Instant latest = gatewayTime.getNano() == 0 ? gatewayTime.plusSeconds(1) : gatewayTime;
        Bounds newest = new Bounds(Duration.between(receivedAt, gatewayTime), Duration.between(sentAt, latest));
        if (answers.size() == ANSWERS) {
            answers.removeFirst();
        }
        Bounds all = answers.stream().reduce(newest, Bounds::and);
        if (all.isImpossible()) {
            // one of the clocks was set: what was measured before tells nothing any more
            answers.clear();
            all = newest;
        }
        answers.addLast(newest);
        last = all.middle();
    }

    /** Positive when the gateway's clock is ahead; null before the first answer. */
    public @Nullable Duration last() {
        return last;
    }
}
