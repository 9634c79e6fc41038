package com.quanticity.ibkr.gateway.maintenance;

import java.time.Instant;

/**
 * One planned outage.
 *
 * @param kind why
 * @param name for people, such as {@code gateway restart}
 * @param start inclusive
 * @param end exclusive
 */
public record MaintenanceWindow(MaintenanceKind kind, String name, Instant start, Instant end) {

    public boolean contains(Instant at) {
        return !at.isBefore(start) && at.isBefore(end);
    }
}
