package com.quanticity.ibkr.simulator.matching;

/** One way in which gateways differ when they tell of orders. Source: tws-wire orders.md, section 5. */
public enum OrderHabit {
    /** A new order is Submitted in its first status instead of PreSubmitted. */
    ACKNOWLEDGES_AT_ONCE,
    /** A cancel is first told as PendingCancel. */
    SHOWS_PENDING_CANCEL,
    /** Message 202 comes before the status Cancelled. */
    CONFIRMS_CANCEL_FIRST,
    /** The status of a fill comes before its execution. */
    STATUS_BEFORE_EXECUTION,
    /** The commission comes before its execution. */
    COMMISSION_BEFORE_EXECUTION,
    /** No commission is ever told. */
    OMITS_COMMISSIONS,
    /** Every OPEN_ORDER and ORDER_STATUS comes twice. */
    REPEATS_CALLBACKS,
    /** Every live execution comes twice. */
    REPEATS_EXECUTIONS,
    /** A change of a filled order gets no answer instead of 104. */
    IGNORES_LATE_MODIFIES,
    /** A cancel that comes too late is refused with 161 instead of 10148. */
    REFUSES_CANCELS_WITH_161,
    /** An order that is larger than the position it closes gets warning 2137. */
    WARNS_OF_CROSSED_SIDES,
    /** An order that expires gets message 202, too. */
    CONFIRMS_EXPIRY
}
