package com.quanticity.ibkr.gateway.internal.pacing;

import java.time.Duration;

/**
 * At most so many messages in any second, whichever second one looks at: a sliding window over the times of the last messages, not
 * a bucket that refills. Not thread-safe.
 */
final class MessageBudget {

    private static final long WINDOW_NANOS = Duration.ofSeconds(1).toNanos();

    private final long[] sentAt;
    private int next;
    private long total;

    MessageBudget(int messagesPerSecond) {
        this.sentAt = new long[messagesPerSecond];
    }

    /** Takes one message when the window allows it; else nothing is taken. */
    boolean tryTake(long nowNanos) {
        if (waitNanos(nowNanos) > 0) {
            return false;
        }
        sentAt[next] = nowNanos;
        next = (next + 1) % sentAt.length;
        total++;
        return true;
    }

    /** How long until one more is allowed; 0 = now. */
    long waitNanos(long nowNanos) {
        return total < sentAt.length ? 0 : Math.max(0, sentAt[next] + WINDOW_NANOS - nowNanos);
    }

    /** Messages of the last second. */
    int used(long nowNanos) {
        int used = 0;
        for (int i = 0; i < Math.min(total, sentAt.length); i++) {
            if (nowNanos - sentAt[i] < WINDOW_NANOS) {
                used++;
            }
        }
        return used;
    }
}
