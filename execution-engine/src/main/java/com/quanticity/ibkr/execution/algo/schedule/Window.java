package com.quanticity.ibkr.execution.algo.schedule;

import java.time.Duration;
import java.time.Instant;

/**
 * When an algorithm may trade.
 *
 * @param start first instant of it, UTC
 * @param end first instant after it, UTC
 */
public record Window(Instant start, Instant end) {

    public Window {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a window must end after its start " + start + ", its end was " + end);
        }
    }

    boolean isBefore(Instant now) {
        return !now.isBefore(end);
    }

    boolean isAfter(Instant now) {
        return now.isBefore(start);
    }

    Duration length() {
        return Duration.between(start, end);
    }
}
