package com.quanticity.ibkr.gateway.error;

/** What the id of a message with this code names. */
public enum ErrorScope {
    /** Nothing: the id is -1. */
    SESSION("session"),
    REQUEST("request"),
    ORDER("order"),
    REQUEST_OR_ORDER("request/order");

    private final String text;

    ErrorScope(String text) {
        this.text = text;
    }

    /** As the specification spells it. */
    public String text() {
        return text;
    }
}
