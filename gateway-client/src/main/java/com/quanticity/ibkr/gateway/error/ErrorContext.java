package com.quanticity.ibkr.gateway.error;

/** Where a message arrives: what the id it carries stands for at that moment. */
public enum ErrorContext {
    /** An order that the broker has not acknowledged. */
    NEW_ORDER,
    /** An acknowledged order with a change under way. */
    MODIFIED_ORDER,
    /** An acknowledged order with a cancel under way. */
    CANCELLED_ORDER,
    /** An acknowledged order that nothing was asked about. */
    WORKING_ORDER,
    /** A request for level 1 data, which may go on with delayed data. */
    MARKET_DATA,
    /** Every other request. */
    REQUEST,
    /** The session: id -1, in old gateways also 0 or 2147483647. */
    SESSION;

    boolean isOrder() {
        return switch (this) {
            case NEW_ORDER, MODIFIED_ORDER, CANCELLED_ORDER, WORKING_ORDER -> true;
            case MARKET_DATA, REQUEST, SESSION -> false;
        };
    }
}
