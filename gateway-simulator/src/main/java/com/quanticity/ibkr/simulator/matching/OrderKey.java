package com.quanticity.ibkr.simulator.matching;

/**
 * What tells orders apart: the order id within its client id. A manual order that no client has bound has a client id of
 * its own kind, {@value #MANUAL}, and a running number that no client ever sees.
 */
public record OrderKey(int clientId, int orderId) {

    public static final int MANUAL = Integer.MIN_VALUE;

    /** Whether the order was made by hand and is bound to no client. */
    public boolean isManual() {
        return clientId == MANUAL;
    }

    /** The order id on the wire: 0 for an order that is not bound. */
    public int wireOrderId() {
        return isManual() ? 0 : orderId;
    }

    /** The client id on the wire: 0 for an order that is not bound. */
    public int wireClientId() {
        return isManual() ? 0 : clientId;
    }
}
