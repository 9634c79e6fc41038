package com.quanticity.ibkr.simulator.matching.terms;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** Life of a {@code Minutes} order. Source: tws-wire orders.md, section 1. */
    public static final Duration MINUTES_LIFE = Duration.ofMinutes(5);

    /**
     * When the broker cancels an order that has no end of its own: at the close of the last day of the next quarter.
     * Source: the date in tws-wire capture 11.
     */
    public static Instant autoCancel(Instant accepted) {
        LocalDate day = accepted.atZone(NEW_YORK).toLocalDate();
        LocalDate quarter = day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
        return quarter.plusMonths(6).minusDays(1).atTime(16, 0).atZone(NEW_YORK).toInstant();
    }

    public static Lifetime of(TimeInForce timeInForce) {
        return new Lifetime(timeInForce, null, null, false, false);
    }
}
