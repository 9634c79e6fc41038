package com.quanticity.ibkr.gateway.internal.pacing;

import java.time.Duration;

/**
 * At most so many messages in any second, whichever second one looks at: a sliding window over the times of the last messages, not
 * a bucket that refills. How many are allowed may differ from call to call. Not thread-safe.
 */
final class MessageBudget {

    /** A second and a little, because messages can bunch on their way to the gateway. */
    static final long WINDOW_NANOS = Duration.ofMillis(1_010).toNanos();

    private final long[] sentAt;
    private int oldest;
    private int used;

    /** @param most most messages that will ever be allowed in a second */
    MessageBudget(int most) {
        this.sentAt = new long[most];
    }

    /** Takes one message when fewer than {@code allowed} were sent in the last second; else nothing is taken. */
    boolean tryTake(long nowNanos, int allowed) {
        if (used(nowNanos) >= Math.min(allowed, sentAt.length)) {
            return false;
        }
        sentAt[index(used)] = nowNanos;
        used++;
        return true;
    }

    /** How long until one more may leave, when {@code ahead} others leave first; 0 = now. {@code allowed} is 1 or more. */
    long waitNanos(long nowNanos, int allowed, int ahead) {
        int most = Math.min(allowed, sentAt.length);
        int present = used(nowNanos);
        int follows = present + ahead - most;
        long rounds = 0;
        while (follows >= present && follows >= 0) {
            follows -= most;
            rounds++;
        }
        long frees = follows < 0 ? nowNanos : sentAt[index(follows)] + WINDOW_NANOS;
        return Math.max(0, frees + rounds * WINDOW_NANOS - nowNanos);
    }

    /** Messages of the last second. */
    int used(long nowNanos) {
        while (used > 0 && nowNanos - sentAt[oldest] >= WINDOW_NANOS) {
            oldest = index(1);
            used--;
        }
        return used;
    }

    private int index(int offset) {
        return (oldest + offset) % sentAt.length;
    }
}
