package com.quanticity.ibkr.execution.algo.schedule;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Never more than the display quantity out at a time; the next slice goes out when the one before is done.
 *
 * @param window when it trades
 * @param display most that is out, above zero
 */
public record Iceberg(Window window, BigDecimal display) implements Schedule {

    public Iceberg {
        if (display.signum() <= 0) {
            throw new IllegalArgumentException("the display quantity must be above zero, was " + display);
        }
    }

    /** A slice that is out in part is not topped up: that would lose its place in the queue for nothing. */
    @Override
    public BigDecimal due(Progress progress, Instant now) {
        return progress.open().signum() > 0
                ? progress.committed().min(progress.target())
                : progress.filled().add(display).min(progress.target());
    }

    @Override
    public @Nullable Instant nextChange(Instant now) {
        return null;
    }
}
