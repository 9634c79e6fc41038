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
    OUTBOX_AGE("execution_outbox_age_seconds"),
    /** Parents that are not ended, by {@code plan}. */
    PARENTS_LIVE("execution_parents_live"),
    /** Children sent by parents, by {@code plan}. */
    CHILDREN_SENT("execution_children_sent_total"),
    /** Times a parent wanted to send and did not, by {@code reason}. */
    CHILDREN_HELD("execution_children_held_total"),
    /** Turns of parents that failed and are repeated. */
    PARENT_FAILURES("execution_parent_failures_total"),
    /** 1 while what a {@code witness} holds is known (positions, drop-copy, adapter), else 0: then it is not compared. */
    WITNESS_KNOWN("execution_witness_known"),
    /** Instruments that take no new orders because our books and the broker's differ. */
    INSTRUMENTS_LOCKED("execution_instruments_locked"),
    /** Seconds a comparison of our fills with the drop copy's took, by {@code scope}: changed, all. */
    FILLS_COMPARED("execution_fills_compared_seconds"),
    /** Executions, by family, that the last comparison looked at because they had changed or differ. */
    FILLS_UNSETTLED("execution_fills_unsettled"),
    /** Differences that only the comparison of all fills found; anything but 0 is a fault of this service. */
    FILL_CHANGES_MISSED("execution_fill_changes_missed_total");

    private final String meterName;

    ExecutionMeter(String meterName) {
        this.meterName = meterName;
    }

    public String meterName() {
        return meterName;
    }
}
