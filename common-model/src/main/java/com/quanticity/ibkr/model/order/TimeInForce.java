package com.quanticity.ibkr.model.order;

/** How long an order lives. */
public enum TimeInForce {
    DAY("DAY"),
    GOOD_TILL_CANCELLED("GTC"),
    IMMEDIATE_OR_CANCEL("IOC"),
    FILL_OR_KILL("FOK");

    private final String wireCode;

    TimeInForce(String wireCode) {
        this.wireCode = wireCode;
    }

    /** The broker's spelling. */
    public String wireCode() {
        return wireCode;
    }
}
