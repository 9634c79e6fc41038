package com.quanticity.ibkr.simulator.fault;

import java.time.Duration;

/**
 * How frames travel to a client.
 *
 * @param delay every frame arrives so much later, in order
 * @param bytesPerSecond of the simulator's clock, 0 without limit
 * @param gluedFor frames are gathered so long and then written at once, zero for none
 * @param chunkBytes every write has at most so many bytes, 0 for whole frames
 */
public record LinkQuality(Duration delay, long bytesPerSecond, Duration gluedFor, int chunkBytes) {

    public static final LinkQuality PERFECT = new LinkQuality(Duration.ZERO, 0, Duration.ZERO, 0);

    public LinkQuality {
        if (delay.isNegative() || gluedFor.isNegative() || bytesPerSecond < 0 || chunkBytes < 0) {
            throw new IllegalArgumentException("a link cannot be better than perfect: give zero or more");
        }
    }

    boolean keepsTime() {
        return delay.isZero() && bytesPerSecond == 0 && gluedFor.isZero();
    }

    public LinkQuality withDelay(Duration other) {
        return new LinkQuality(other, bytesPerSecond, gluedFor, chunkBytes);
    }

    public LinkQuality withBytesPerSecond(long other) {
        return new LinkQuality(delay, other, gluedFor, chunkBytes);
    }

    public LinkQuality gluedFor(Duration other) {
        return new LinkQuality(delay, bytesPerSecond, other, chunkBytes);
    }

    public LinkQuality withChunkBytes(int other) {
        return new LinkQuality(delay, bytesPerSecond, gluedFor, other);
    }

    /** Nanoseconds that a frame takes to go over the line. */
    Duration timeFor(int bytes) {
        return bytesPerSecond == 0 ? Duration.ZERO : Duration.ofNanos(bytes * 1_000_000_000L / bytesPerSecond);
    }
}
