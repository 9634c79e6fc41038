package com.quanticity.ibkr.simulator.matching;

/** Where an order stands, with the protocol's word for it. */
public enum OrderStatus {
    PRE_SUBMITTED("PreSubmitted"),
    SUBMITTED("Submitted"),
    PENDING_CANCEL("PendingCancel"),
    CANCELLED("Cancelled"),
    FILLED("Filled"),
    INACTIVE("Inactive");

    private final String wireText;

    OrderStatus(String wireText) {
        this.wireText = wireText;
    }

    public String wireText() {
        return wireText;
    }

    /** Whether nothing can happen to the order any more. */
    public boolean isDone() {
        return this == CANCELLED || this == FILLED || this == INACTIVE;
    }
}
