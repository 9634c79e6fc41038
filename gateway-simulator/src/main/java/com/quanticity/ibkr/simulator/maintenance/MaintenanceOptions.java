package com.quanticity.ibkr.simulator.maintenance;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When a gateway goes away by itself. Source: tws-wire behaviour.md, section 2 (daily cycle).
 *
 * @param zone of all times of day
 * @param restartAt the gateway's own restart each day, null for none
 * @param shortestRestart it is away at least so long; how long exactly is by chance
 * @param longestRestart it is away at most so long
 * @param idsRollBack whether order ids start from 1 again after each restart
 * @param resetAt the servers' reset each night: twice the link to the broker is lost, first with 1102 behind it, five minutes later with
 *     1101; null for none
 * @param loginDay day of the weekly login
 * @param loginAt when the gateway logs off that day and waits for its user, null for never
 * @param loginTakes how long the user takes
 */
public record MaintenanceOptions(
        ZoneId zone,
        @Nullable LocalTime restartAt,
        Duration shortestRestart,
        Duration longestRestart,
        boolean idsRollBack,
        @Nullable LocalTime resetAt,
        DayOfWeek loginDay,
        @Nullable LocalTime loginAt,
        Duration loginTakes) {

    public MaintenanceOptions {
        if (shortestRestart.isNegative() || shortestRestart.isZero() || longestRestart.compareTo(shortestRestart) < 0) {
            throw new IllegalArgumentException("a restart cannot take " + shortestRestart + " to " + longestRestart
                    + ": give the shorter time first, both above zero");
        }
        if (loginTakes.isNegative() || loginTakes.isZero()) {
            throw new IllegalArgumentException("a login cannot take " + loginTakes + ": give more than zero");
        }
    }

    /** Nothing by itself; once switched on, New York times, restarts of 35 to 90 seconds and logins of 10 minutes on Sundays. */
    public static MaintenanceOptions none() {
        return new MaintenanceOptions(
                ZoneId.of("America/New_York"),
                null,
                Duration.ofSeconds(35),
                Duration.ofSeconds(90),
                false,
                null,
                DayOfWeek.SUNDAY,
                null,
                Duration.ofMinutes(10));
    }

    public MaintenanceOptions withZone(ZoneId other) {
        return new MaintenanceOptions(
                other, restartAt, shortestRestart, longestRestart, idsRollBack, resetAt, loginDay, loginAt, loginTakes);
    }

    public MaintenanceOptions withRestartAt(@Nullable LocalTime other) {
        return new MaintenanceOptions(
                zone, other, shortestRestart, longestRestart, idsRollBack, resetAt, loginDay, loginAt, loginTakes);
    }

    public MaintenanceOptions withIdsRollBack(boolean rollBack) {
        return new MaintenanceOptions(
                zone, restartAt, shortestRestart, longestRestart, rollBack, resetAt, loginDay, loginAt, loginTakes);
    }

    public MaintenanceOptions withResetAt(@Nullable LocalTime other) {
        return new MaintenanceOptions(
                zone, restartAt, shortestRestart, longestRestart, idsRollBack, other, loginDay, loginAt, loginTakes);
    }

    public MaintenanceOptions withLoginAt(@Nullable LocalTime other) {
        return new MaintenanceOptions(
                zone, restartAt, shortestRestart, longestRestart, idsRollBack, resetAt, loginDay, other, loginTakes);
    }
}
