package com.quanticity.ibkr.model.order;

/** Where an order stands in our books. Executions decide about fills; the broker's status only informs. */
public enum OrderStatus {
    /** Stored by us, the command not yet taken over by the adapter. */
    STORED,
    /** Sent, not acknowledged: counts as exposure. */
    IN_FLIGHT,
    /** Acknowledged and live, nothing filled. */
    WORKING,
    /** Live with some quantity filled. */
    PARTIALLY_FILLED,
    /** Live, a change was sent and is not confirmed: works by the old terms or the new. */
    PENDING_MODIFY,
    /** Live, a cancel was sent and is not confirmed: fills can still come. */
    PENDING_CANCEL,
    /** The whole quantity is filled. */
    FILLED,
    /** Ended by a cancel or expiry; may have been filled in part. */
    CANCELLED,
    /** Refused by gateway, broker or exchange. */
    REJECTED,
    /** Refused by us before sending. */
    DENIED,
    /** The outcome cannot be known yet: counts as exposure, never resent blindly. */
    UNKNOWN;

    /** True when nothing more can happen to the order, late executions and corrections apart. */
    public boolean isTerminal() {
        return switch (this) {
            case FILLED, CANCELLED, REJECTED, DENIED -> true;
            case STORED, IN_FLIGHT, WORKING, PARTIALLY_FILLED, PENDING_MODIFY, PENDING_CANCEL, UNKNOWN -> false;
        };
    }
}
