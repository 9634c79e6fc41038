package com.quanticity.ibkr.gateway.internal.connection;

import java.net.SocketTimeoutException;
import java.time.Duration;

/** A moment on the monotonic clock until which a connect must be done. */
final class Deadline {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final long atNanos;

    private Deadline(long atNanos) {
        this.atNanos = atNanos;
    }

    static Deadline in(Duration timeout) {
        return new Deadline(System.nanoTime() + timeout.toNanos());
    }

    /** What is left, at least one millisecond: zero would mean for ever to a socket. */
    int remainingMillis() throws SocketTimeoutException {
        long millis = (atNanos - System.nanoTime()) / NANOS_PER_MILLI;
        if (millis <= 0) {
            throw new SocketTimeoutException("deadline passed");
        }
        return (int) Math.min(millis, Integer.MAX_VALUE);
    }

    long remainingNanos() {
        return atNanos - System.nanoTime();
    }
}
