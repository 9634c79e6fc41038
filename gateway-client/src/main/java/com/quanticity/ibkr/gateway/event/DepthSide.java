package com.quanticity.ibkr.gateway.event;

/** Side of the book a depth message is about. Source: wire specification, events, MARKET_DEPTH. */
public enum DepthSide {
    ASK,
    BID,
    /** A code later than this table; the event keeps it. */
    UNRECOGNISED;

    /** The side of a wire code. */
    public static DepthSide of(int code) {
        return switch (code) {
            case 0 -> ASK;
            case 1 -> BID;
            // Codes are open numbers, not an enum of ours.
            default -> UNRECOGNISED;
        };
    }
}
