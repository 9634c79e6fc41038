package com.quanticity.ibkr.benchmarks.frames;

/** Messages of the gateway whose decoding is measured. */
public enum MessageKind {
    TICK_PRICE("TICK_PRICE"),
    TICK_SIZE("TICK_SIZE"),
    TICK_BY_TICK("TICK_BY_TICK"),
    DEPTH_L2("MARKET_DEPTH_L2"),
    ORDER_STATUS("ORDER_STATUS"),
    OPEN_ORDER("OPEN_ORDER"),
    CONTRACT_DETAILS("CONTRACT_DATA");

    private final String wireName;

    MessageKind(String wireName) {
        this.wireName = wireName;
    }

    /** Name in the wire specification. */
    public String wireName() {
        return wireName;
    }
}
