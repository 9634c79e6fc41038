package com.quanticity.ibkr.gateway.event;

/** What a depth message does to its row. Source: wire specification, events, MARKET_DEPTH. */
public enum DepthOperation {
    INSERT,
    UPDATE,
    DELETE,
    /** A code later than this table; the event keeps it. */
    UNRECOGNISED;

    /** The operation of a wire code. */
    public static DepthOperation of(int code) {
        return switch (code) {
            case 0 -> INSERT;
            case 1 -> UPDATE;
            case 2 -> DELETE;
            // Codes are open numbers, not an enum of ours.
            default -> UNRECOGNISED;
        };
    }
}
