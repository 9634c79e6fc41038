package com.quanticity.ibkr.adapter.order;

import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.model.order.OrderId;

/**
 * Gives order ids, each above every id that the gateway announced, the journal or Redis remembers, or an order of ours was seen with.
 * Never the same twice, never the reserved request id, gaps allowed. Source: wire specification, orders section 6. Thread-safe.
 */
final class OrderIdSequence {

    private int highest;

    /** This id is taken. */
    synchronized void seen(int orderId) {
        if (orderId < GatewaySession.FIRST_REQUEST_ID) {
            highest = Math.max(highest, orderId);
        }
    }

    /** The gateway takes this id and higher ones. */
    synchronized void announced(int nextValidId) {
        seen(nextValidId - 1);
    }

    synchronized OrderId next() {
        if (highest + 1 >= GatewaySession.FIRST_REQUEST_ID) {
            throw new IllegalStateException(
                    "order ids are used up: " + highest
                            + " was the last below the request ids; reset the order id sequence of the gateway and the journal");
        }
        highest++;
        if (highest == GatewaySession.RESERVED_REQUEST_ID) {
            highest++;
        }
        return OrderId.of(highest);
    }

    synchronized int highest() {
        return highest;
    }
}
