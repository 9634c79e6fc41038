package com.quanticity.ibkr.gateway.session;

/** Every meter of this module. The first four names are the customer's, to the letter. Source: blueprint, section 10.1. */
public enum GatewayMeter {
    CONNECTION_STATUS("ib_connection_status", "state", "client_id", "1 when the session is READY, else 0"),
    CLIENT_ID_ACTIVE("ib_clientid_active", "sessions", "client_id", "1 when this process holds the client id, else 0"),
    MESSAGE_RATE("ib_message_rate_per_sec", "messages", "client_id", "messages sent in the last second"),
    ORDER_ERROR("ib_order_error_total", "errors", "code", "errors that named an order"),
    EVENTS("gateway.events", "events", "client_id", "events received"),
    UNKNOWN_MESSAGES("gateway.unknown.messages", "messages", "client_id", "messages this client does not speak"),
    MALFORMED_FRAMES("gateway.malformed.frames", "frames", "client_id", "frames that could not be read"),
    EVENTS_DROPPED("gateway.events.dropped", "events", "client_id", "events lost to a full hand-over queue"),
    HAND_OVER_WAITING("gateway.hand.over.waiting", "events", "client_id", "events waiting for the application"),
    LANE_WAITING("gateway.lane.waiting", "messages", "client_id, lane", "requests waiting for the message budget"),
    LANE_WAIT(
            "gateway.lane.wait", "seconds", "client_id, lane", "time requests waited before they left, zero included"),
    LANE_OLDEST_WAIT(
            "gateway.lane.oldest.wait", "seconds", "client_id, lane", "how long the first in line waits by now"),
    MESSAGE_FALLBACK(
            "gateway.message.fallback",
            "state",
            "client_id",
            "1 when the budget cannot be shared and only a fixed part is used"),
    LEASE_PROVEN("gateway.lease.proven", "state", "client_id", "1 while the client id is ours beyond doubt, else 0"),
    MESSAGE_SLOTS("gateway.message.slots", "messages", "client_id", "messages a second that may leave now"),
    PENDING_REQUESTS("gateway.pending.requests", "requests", "client_id", "requests waiting for their end"),
    CONNECTS("gateway.connects", "attempts", "client_id, outcome", "connection attempts by outcome"),
    DISCONNECTS("gateway.disconnects", "connections", "client_id, cause", "connections that ended, by cause"),
    CONNECTION_TIME("gateway.connection.time", "seconds", "client_id", "how long connections lasted"),
    PACING_VIOLATIONS(
            "gateway.pacing.violations",
            "violations",
            "client_id, kind",
            "complaints of the gateway about our speed: messages, history"),
    ROGUE_CLIENT_IDS(
            "gateway.rogue.client.ids",
            "ids",
            "client_id",
            "client ids seen in orders and executions that are not in the table"),
    PROBE_TIME("gateway.probe.time", "seconds", "client_id", "from probe to answer"),
    CLOCK_SKEW(
            "gateway.clock.skew",
            "seconds",
            "client_id",
            "how far the gateway's clock is ahead of ours, half a second in doubt at first, a tenth after some minutes; NaN before the first probe"),
    ALARMS("gateway.alarms", "alarms", "client_id, kind", "alarms raised and not cleared"),
    SUBSCRIPTIONS("gateway.subscriptions", "subscriptions", "client_id, state", "wanted subscriptions by state"),
    SUBSCRIPTION_AGE(
            "gateway.subscription.age", "seconds", "client_id, key", "age of the last data of a wanted subscription"),
    LATE_EVENTS("gateway.late.events", "events", "client_id", "late data of cancelled requests, not delivered"),
    ORPHAN_STREAMS("gateway.orphan.streams", "streams", "client_id", "streams nobody asked for, cancelled"),
    GAPS("gateway.gaps", "gaps", "client_id, cause", "times in which events may be missing"),
    BACKLOG("gateway.backlog", "state", "client_id", "1 while the application is behind and new subscriptions wait");

    private final String meterName;
    private final String unit;
    private final String tags;
    private final String meaning;

    GatewayMeter(String meterName, String unit, String tags, String meaning) {
        this.meterName = meterName;
        this.unit = unit;
        this.tags = tags;
        this.meaning = meaning;
    }

    public String meterName() {
        return meterName;
    }

    public String unit() {
        return unit;
    }

    /** Names of its tags, separated by comma. */
    public String tags() {
        return tags;
    }

    public String meaning() {
        return meaning;
    }
}
