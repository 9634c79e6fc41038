/**
 * The ledger: what is known of every order, and every fill. Facts come from {@code order.event} on one consumer thread, each in a
 * transaction of its own; executions decide, the broker's status informs. Entry points
 * {@link com.quanticity.ibkr.execution.ledger.OrderLedger} for facts and {@link com.quanticity.ibkr.execution.ledger.ChildOrders} for
 * orders; both are called on request threads too and lock the order they change.
 */
@NullMarked
package com.quanticity.ibkr.execution.ledger;

import org.jspecify.annotations.NullMarked;
