package com.quanticity.ibkr.execution.order;

import com.quanticity.ibkr.execution.ledger.ChildOrder;

/** What became of a request to cancel. */
sealed interface Cancellation {

    /** On its way to the adapter, or done here when the order had never left. */
    record Requested(ChildOrder order) implements Cancellation {}

    /** The order has ended; there is nothing to cancel. */
    record TooLate(ChildOrder order) implements Cancellation {}

    /** We have no such order. */
    record NoSuchOrder() implements Cancellation {}
}
