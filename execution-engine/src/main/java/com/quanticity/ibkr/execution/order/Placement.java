package com.quanticity.ibkr.execution.order;

import com.quanticity.ibkr.execution.ledger.ChildOrder;

/** What became of a request for a new order. */
sealed interface Placement {

    /** Stored now. */
    record Placed(ChildOrder order) implements Placement {}

    /** The same request was made before; this is its order as it stands. */
    record Repeated(ChildOrder order) implements Placement {}

    /** The key belongs to an order with other terms; nothing was stored. */
    record KeyTaken(ChildOrder order) implements Placement {}
}
