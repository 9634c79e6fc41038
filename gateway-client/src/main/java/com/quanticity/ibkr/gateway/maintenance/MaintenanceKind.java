package com.quanticity.ibkr.gateway.maintenance;

/** Why an outage is planned. */
public enum MaintenanceKind {
    /** The gateway restarts once a day at the time set in it. */
    GATEWAY_RESTART,
    /** The broker resets the servers of a region. */
    BROKER_RESET,
    /** The broker's long reset at the weekend. */
    WEEKEND,
    /** The login token has died; after the next restart the gateway waits for a person. */
    WEEKLY_LOGIN,
    /** A day, or part of one, from the calendar file. */
    HOLIDAY
}
