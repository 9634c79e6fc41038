package com.quanticity.ibkr.adapter.gate.activity;

/**
 * One day's traffic of a scope.
 *
 * @param messages orders, changes and cancels
 * @param executions fills
 * @param tradedOrders orders that filled at least in part
 */
public record DayCount(int messages, int executions, int tradedOrders) {

    static final DayCount NONE = new DayCount(0, 0, 0);
}
