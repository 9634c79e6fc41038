package com.quanticity.ibkr.execution.algo.schedule;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the market trades within a window, counted from single trades. Trades come with the identity they have on the streams: connection
 * and sequence, both growing, so that a repeated delivery counts once. A gap makes the count too small, never too large. Not thread-safe.
 */
public final class ObservedVolume {

    private final Window window;
    private @Nullable BigDecimal sum;
    private long connection;
    private long sequence;

    public ObservedVolume(Window window) {
        this.window = window;
    }

    /** One trade; one outside the window or seen before does not count. */
    public void onTrade(long connection, long sequence, BigDecimal size, Instant at) {
        if (connection < this.connection || connection == this.connection && sequence <= this.sequence) {
            return;
        }
        this.connection = connection;
        this.sequence = sequence;
        if (!window.isAfter(at) && !window.isBefore(at) && size.signum() > 0) {
            sum = sum == null ? size : sum.add(size);
        }
    }

    /** Null until the first trade of the window was seen. */
    public @Nullable BigDecimal sum() {
        return sum;
    }
}
