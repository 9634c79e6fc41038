package com.quanticity.ibkr.simulator.account;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When the day session's margin applies: business days from 09:30 to 16:00 in New York [A]. */
final class MarginHours {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalTime BEGIN = LocalTime.of(9, 30);
    private static final LocalTime END = LocalTime.of(16, 0);

    private MarginHours() {}

    static boolean isDay(Instant now) {
        ZonedDateTime local = now.atZone(NEW_YORK);
        return isBusinessDay(local)
                && !local.toLocalTime().isBefore(BEGIN)
                && local.toLocalTime().isBefore(END);
    }

    /** When it changes next. */
    static Instant nextChange(Instant now) {
        ZonedDateTime local = now.atZone(NEW_YORK);
        if (isDay(now)) {
            return local.with(END).toInstant();
        }
        ZonedDateTime next = local.toLocalTime().isBefore(BEGIN) ? local : local.plusDays(1);
        while (!isBusinessDay(next)) {
            next = next.plusDays(1);
        }
        return next.with(BEGIN).toInstant();
    }

    private static boolean isBusinessDay(ZonedDateTime day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
