package com.quanticity.ibkr.adapter.journal;

/** Where an order stands in the journal. */
public enum JournalState {
    /** Committed; not known to have been handed to the wire. After a crash the gateway is asked. */
    JOURNALED,
    /** Handed to the wire, not acknowledged. */
    SENT,
    /** Acknowledged and live. */
    WORKING,
    /** The outcome cannot be known yet. */
    UNKNOWN,
    FILLED,
    CANCELLED,
    REJECTED,
    DENIED;

    public boolean isTerminal() {
        return switch (this) {
            case FILLED, CANCELLED, REJECTED, DENIED -> true;
            case JOURNALED, SENT, WORKING, UNKNOWN -> false;
        };
    }
}
