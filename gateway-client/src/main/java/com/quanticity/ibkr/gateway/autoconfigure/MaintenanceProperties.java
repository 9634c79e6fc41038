package com.quanticity.ibkr.gateway.autoconfigure;

import com.quanticity.ibkr.gateway.maintenance.DailyWindow;
import com.quanticity.ibkr.gateway.maintenance.Holiday;
import com.quanticity.ibkr.gateway.maintenance.MaintenanceCalendar;
import com.quanticity.ibkr.gateway.maintenance.MaintenancePlan;
import com.quanticity.ibkr.gateway.maintenance.WeeklyTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Planned outages: nothing of them pages, and nothing fails over during them. Sources: blueprint, sections 2.4 and 10.4; corrections
 * X26 to X28.
 *
 * @param enabled false = nothing is planned, every outage counts
 * @param zone whose time restart, weekend, login and holidays are in
 * @param restartTime when the gateway restarts each day; the same value is set in the gateway, 04:45 or 05:00
 * @param readyBy until when it is back
 * @param resets the broker's daily resets, each in its region's time, such as {@code 00:15-01:45 America/New_York}
 * @param weekendFrom when the broker's weekend reset begins
 * @param weekendTo when it ends
 * @param tokenExpiry when the broker ends the gateway's login
 * @param loginFrom from when on a person is expected to log in; away from then on raises LOGIN_NEEDED
 * @param loginBy until when the login must be done; away after it raises LOGIN_OVERDUE
 * @param lead how long before a window an outage already counts as planned
 * @param grace how long after a window an outage still does
 * @param holidays calendar file, a line a day such as {@code 2026-11-27 13:00- early close}; none when left out
 */
record MaintenanceProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("America/New_York") ZoneId zone,
        @DefaultValue("04:45") LocalTime restartTime,
        @DefaultValue("05:00") LocalTime readyBy,
        @DefaultValue("00:15-01:45 America/New_York") List<DailyWindow> resets,
        @DefaultValue("FRI 23:00") WeeklyTime weekendFrom,
        @DefaultValue("SAT 03:00") WeeklyTime weekendTo,
        @DefaultValue("SUN 01:00") WeeklyTime tokenExpiry,
        @DefaultValue("SUN 09:00") WeeklyTime loginFrom,
        @DefaultValue("SUN 17:00") WeeklyTime loginBy,
        @DefaultValue("1m") Duration lead,
        @DefaultValue("2m") Duration grace,
        @Nullable Path holidays) {

    MaintenanceCalendar calendar() {
        return enabled
                ? MaintenanceCalendar.of(new MaintenancePlan(
                        zone,
                        restartTime,
                        readyBy,
                        resets,
                        weekendFrom,
                        weekendTo,
                        tokenExpiry,
                        loginFrom,
                        loginBy,
                        lead,
                        grace,
                        holidays == null ? List.of() : Holiday.read(holidays)))
                : MaintenanceCalendar.none();
    }
}
