package com.quanticity.ibkr.simulator.market;

/** Whether an instrument is halted; the number is the value of tick 49. Source: tws-wire ticks.md. */
public enum HaltKind {
    NONE(0),
    /** By the exchange, for news or order. */
    GENERAL(1),
    /** A price left its band: a pause of five minutes. */
    VOLATILITY(2);

    private final int code;

    HaltKind(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
