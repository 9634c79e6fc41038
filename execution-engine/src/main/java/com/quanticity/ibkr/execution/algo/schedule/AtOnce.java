package com.quanticity.ibkr.execution.algo.schedule;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All of it is due from the start, in children no larger than the largest size.
 *
 * @param window when it trades
 */
public record AtOnce(Window window) implements Schedule {

    @Override
    public BigDecimal due(Progress progress, Instant now) {
        return progress.target();
    }

    @Override
    public @Nullable Instant nextChange(Instant now) {
        return null;
    }
}
