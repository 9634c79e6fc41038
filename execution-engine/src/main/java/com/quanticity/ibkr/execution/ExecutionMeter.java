package com.quanticity.ibkr.execution;

/** Meters of this module. No tag holds an order id. */
public enum ExecutionMeter {
    /** Orders that are not ended, by {@code status}. */
    ORDERS_OPEN("execution_orders_open"),
    /** Times an order came into a status, by {@code status}. */
    ORDER_STATUS("execution_order_status_total"),
    /** Commands handed to the adapter, by {@code command}. */
    COMMANDS_PUBLISHED("execution_commands_published_total"),
    /** Orders that were never handed over and ended here, by {@code reason}. */
    ORDERS_WITHDRAWN("execution_orders_withdrawn_total"),
    /** Repeated deliveries that changed nothing, by {@code kind}: message, fill. */
    DUPLICATES_IGNORED("execution_duplicates_ignored_total"),
    /** Fills recorded, by {@code kind}: new, correction, superseded. */
    FILLS_RECORDED("execution_fills_recorded_total"),
    /** Facts that contradict the ledger, by {@code kind}: overfill, execution, denial. Each one needs a person. */
    CONTRADICTIONS("execution_contradictions_total"),
    /** Events that could not be applied and lie in {@code unapplied_events}. */
    EVENTS_SET_ASIDE("execution_events_set_aside_total"),
    /** Seconds the oldest message waits to be published, by {@code stream}; 0 when none waits. */
    OUTBOX_AGE("execution_outbox_age_seconds");

    private final String meterName;

    ExecutionMeter(String meterName) {
        this.meterName = meterName;
    }

    public String meterName() {
        return meterName;
    }
}
