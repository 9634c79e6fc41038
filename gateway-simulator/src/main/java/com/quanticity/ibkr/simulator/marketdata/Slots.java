package com.quanticity.ibkr.simulator.marketdata;

/** How many depth or tick-by-tick subscriptions go with market data lines. Source: tws-wire behaviour.md, section 3. */
final class Slots {

    private static final int LEAST = 3;
    private static final int MOST = 60;

    private Slots() {}

    static int of(int lines) {
        return Math.clamp(lines / 100, LEAST, MOST);
    }
}
