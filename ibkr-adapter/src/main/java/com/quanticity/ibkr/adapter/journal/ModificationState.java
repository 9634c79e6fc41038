package com.quanticity.ibkr.adapter.journal;

/** Where a change of an order stands. */
public enum ModificationState {
    /** Committed; not known to have been handed to the wire. */
    JOURNALED,
    /** Handed to the wire, not confirmed. */
    SENT,
    /** Nobody knows whether the order works by the old terms or the new. */
    UNKNOWN,
    /** The broker shows the new terms. */
    MADE,
    /** Refused by us, by the gateway, the broker or the exchange: the order works by its old terms. */
    FAILED;

    /** True while the old terms and the new are both possible. */
    public boolean isOpen() {
        return switch (this) {
            case JOURNALED, SENT, UNKNOWN -> true;
            case MADE, FAILED -> false;
        };
    }
}
