package com.quanticity.ibkr.adapter.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * When reference data is read again: every day of the week at one New York time, because symbols also change over weekends and holidays. A
 * time that the clocks skip is moved on by the change.
 *
 * @param at New York time
 */
record RefreshTimes(LocalTime at) {

    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** The last day whose time has come. */
    LocalDate dueDay(Instant now) {
        LocalDate today = now.atZone(NEW_YORK).toLocalDate();
        return now.isBefore(of(today)) ? today.minusDays(1) : today;
    }

    /** The moment of a day's refresh. */
    Instant of(LocalDate day) {
        return day.atTime(at).atZone(NEW_YORK).toInstant();
    }
}
