package com.quanticity.ibkr.simulator.matching.terms;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an order works.
 *
 * @param goodTill end of the order, null when only the time in force says
 * @param goodAfter start of the order, null for at once
 * @param isOutsideHours whether it works outside the regular hours, too
 * @param isOvernight whether it works in the overnight session, too
 */
public record Lifetime(
        TimeInForce timeInForce,
        @Nullable Instant goodTill,
        @Nullable Instant goodAfter,
        boolean isOutsideHours,
        boolean isOvernight) {

    /** Life of a {@code Minutes} order. Source: tws-wire orders.md, section 1. */
    public static final Duration MINUTES_LIFE = Duration.ofMinutes(5);

    public static Lifetime of(TimeInForce timeInForce) {
        return new Lifetime(timeInForce, null, null, false, false);
    }
}
