package com.quanticity.ibkr.gateway.maintenance;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * What happens on schedule.
 *
 * @param zone whose time restart, weekend, login and holidays are in
 * @param restart when the gateway restarts each day, as set in the gateway
 * @param readyBy until when it is back
 * @param resets the broker's resets, each in its region's time
 * @param weekendFrom when the broker's weekend reset begins
 * @param weekendTo when it ends
 * @param tokenExpiry when the broker ends the login token
 * @param loginFrom from when on a person is expected to log in
 * @param loginBy until when the login must be done
 * @param lead how long before a window an outage already counts as planned: clocks differ
 * @param grace how long after a window an outage still does: recovery takes a while
 * @param holidays from the calendar file
 */
public record MaintenancePlan(
        ZoneId zone,
        LocalTime restart,
        LocalTime readyBy,
        List<DailyWindow> resets,
        WeeklyTime weekendFrom,
        WeeklyTime weekendTo,
        WeeklyTime tokenExpiry,
        WeeklyTime loginFrom,
        WeeklyTime loginBy,
        Duration lead,
        Duration grace,
        List<Holiday> holidays) {

    /**
     * What holds for a North American account. Sources: blueprint, sections 2.4 and 10.4; corrections X26 to X28.
     */
    public static final MaintenancePlan DEFAULT = new MaintenancePlan(
            ZoneId.of("America/New_York"),
            LocalTime.of(4, 45),
            LocalTime.of(5, 0),
            List.of(DailyWindow.of("00:15-01:45 America/New_York")),
            WeeklyTime.of("FRI 23:00"),
            WeeklyTime.of("SAT 03:00"),
            WeeklyTime.of("SUN 01:00"),
            WeeklyTime.of("SUN 09:00"),
            WeeklyTime.of("SUN 17:00"),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            List.of());

    public MaintenancePlan {
        resets = List.copyOf(resets);
        holidays = List.copyOf(holidays);
        List<String> problems = new ArrayList<>();
        if (restart.equals(readyBy)) {
            problems.add("restart-time and ready-by must differ, both are " + restart);
        }
        if (lead.isNegative()) {
            problems.add("lead must not be negative, was " + lead);
        }
        if (grace.isNegative()) {
            problems.add("grace must not be negative, was " + grace);
        }
        if (!isInOrder(tokenExpiry, loginFrom, loginBy)) {
            problems.add("login-from and login-by must follow token-expiry within a week, were " + tokenExpiry + ", "
                    + loginFrom + ", " + loginBy);
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("ibkr.gateway.maintenance: " + String.join("; ", problems));
        }
    }

    private static boolean isInOrder(WeeklyTime expiry, WeeklyTime from, WeeklyTime by) {
        return minutesAfter(expiry, from) <= minutesAfter(expiry, by) && minutesAfter(expiry, by) > 0;
    }

    private static int minutesAfter(WeeklyTime start, WeeklyTime time) {
        int week = 7 * 24 * 60;
        return Math.floorMod(minuteOfWeek(time) - minuteOfWeek(start), week);
    }

    private static int minuteOfWeek(WeeklyTime time) {
        return (time.day().getValue() - 1) * 24 * 60 + time.time().toSecondOfDay() / 60;
    }
}
