package com.quanticity.ibkr.adapter.gate;

import com.quanticity.ibkr.gateway.maintenance.MaintenanceCalendar;
import com.quanticity.ibkr.gateway.maintenance.MaintenanceKind;
import com.quanticity.ibkr.gateway.maintenance.MaintenanceWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The band around the planned restart of the gateway in which no new order leaves: one that is sent into a restart comes back unknown.
 *
 * @param calendar planned outages
 * @param before how long before a restart it begins
 * @param after how long after the beginning of a restart it ends
 */
record RestartGuard(MaintenanceCalendar calendar, Duration before, Duration after) {

    /** Name of the restart that a moment is close to; empty when it is close to none. */
    Optional<String> at(Instant now) {
        Optional<MaintenanceWindow> window = calendar.next(MaintenanceKind.GATEWAY_RESTART, now);
        return window.filter(restart -> !now.isBefore(restart.start().minus(before))
                        && now.isBefore(restart.start().plus(after)))
                .map(restart -> restart.name() + " at " + restart.start());
    }
}
