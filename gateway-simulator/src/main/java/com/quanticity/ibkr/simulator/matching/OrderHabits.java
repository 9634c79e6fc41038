package com.quanticity.ibkr.simulator.matching;

import java.time.Duration;

/**
 * How the gateway tells of orders: every variant that real gateways show. Source: tws-wire orders.md, section 5.
 *
 * @param acknowledgesAtOnce a new order is Submitted in its first status instead of PreSubmitted
 * @param showsPendingCancel a cancel is first told as PendingCancel
 * @param confirmsCancelFirst message 202 comes before the status Cancelled
 * @param statusBeforeExecution the status of a fill comes before its execution
 * @param commissionBeforeExecution the commission comes before its execution
 * @param omitsCommissions no commission is ever told
 * @param repeatsCallbacks every OPEN_ORDER and ORDER_STATUS comes twice
 * @param repeatsExecutions every live execution comes twice
 * @param ignoresLateModifies a change of a filled order gets no answer instead of 104
 * @param confirmsExpiry an order that expires gets message 202, too
 * @param refusesCancels cancels of working orders are refused with 10148
 * @param executionDelay how long executions trail their status; zero for not at all
 * @param commissionDelay how long commissions trail their execution
 * @param cancelDelay how long an order can still be filled after a cancel was asked for
 */
public record OrderHabits(
        boolean acknowledgesAtOnce,
        boolean showsPendingCancel,
        boolean confirmsCancelFirst,
        boolean statusBeforeExecution,
        boolean commissionBeforeExecution,
        boolean omitsCommissions,
        boolean repeatsCallbacks,
        boolean repeatsExecutions,
        boolean ignoresLateModifies,
        boolean confirmsExpiry,
        boolean refusesCancels,
        Duration executionDelay,
        Duration commissionDelay,
        Duration cancelDelay) {

    /** PendingCancel is seen; nothing else out of the ordinary, nothing late. */
    public static OrderHabits defaults() {
        return new OrderHabits(
                false,
                true,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO);
    }
}
