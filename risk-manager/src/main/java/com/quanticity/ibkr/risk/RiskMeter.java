package com.quanticity.ibkr.risk;

/** Meters of this service. */
public enum RiskMeter {
    /** Gauge: the trading state, 0 = ACTIVE, 1 = REDUCING, 2 = HALTED. */
    TRADING_STATE("risk_trading_state"),
    /** Counter: publications of the trading state that Redis did not confirm. */
    TRADING_STATE_PUBLISH_FAILED("risk_trading_state_publish_failed_total"),
    /** Counter: publications of the limits that Redis did not confirm. */
    LIMITS_PUBLISH_FAILED("risk_limits_publish_failed_total"),
    /** Counter: operator commands answered; tag {@code outcome}. */
    COMMANDS("risk_commands_total"),
    /** Gauge: items that wait for Redis or the database; tag {@code queue}. */
    DELIVERY_WAITING("risk_delivery_waiting"),
    /** Counter: deliveries that failed and are tried again; tag {@code queue}. */
    DELIVERY_FAILED("risk_delivery_failed_total"),
    /** Counter: items given up because too many waited; tag {@code queue}. */
    DELIVERY_DROPPED("risk_delivery_dropped_total"),
    /** Gauge, seconds: age of the last complete account summary; not a number before the first. */
    SUMMARY_AGE("risk_account_summary_age_seconds"),
    /** Gauge: 1 while the positions are known, else 0. */
    POSITIONS_KNOWN("risk_positions_known"),
    /** Counter: account summary requests; tag {@code outcome}. */
    SUMMARY_REQUESTS("risk_account_summary_requests_total"),
    /** Counter: facts of the drop copy; tag {@code kind}: order, commission, complete, lost, and executions by their origin. */
    DROP_COPY_FACTS("risk_drop_copy_facts_total"),
    /** Counter: messages about orders that could not be read without guessing. */
    DROP_COPY_UNREADABLE("risk_drop_copy_unreadable_total"),
    /** Gauge: 1 while the open orders of all clients are known, else 0. */
    DROP_COPY_KNOWN("risk_drop_copy_known"),
    /** Gauge: open orders of all clients that the drop copy holds; none is ever forgotten. */
    DROP_COPY_OPEN_ORDERS("risk_drop_copy_open_orders"),
    /** Gauge: 1 while more than 50,000 orders are open, which is more than the drop copy is made for, else 0. */
    DROP_COPY_CROWDED("risk_drop_copy_crowded");

    private final String meterName;

    RiskMeter(String meterName) {
        this.meterName = meterName;
    }

    public String meterName() {
        return meterName;
    }
}
