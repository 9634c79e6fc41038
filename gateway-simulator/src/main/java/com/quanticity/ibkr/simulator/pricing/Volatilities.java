package com.quanticity.ibkr.simulator.pricing;

import java.util.Map;

/** How much the made-up instruments usually move in a year; invented. */
public final class Volatilities {

    private static final double USUAL = 0.30;

    private static final Map<String, Double> KNOWN = Map.ofEntries(
            Map.entry("SPY", 0.15),
            Map.entry("SPX", 0.15),
            Map.entry("ES", 0.15),
            Map.entry("QQQ", 0.20),
            Map.entry("IWM", 0.22),
            Map.entry("AAPL", 0.26),
            Map.entry("MSFT", 0.23),
            Map.entry("NVDA", 0.45),
            Map.entry("TSLA", 0.58),
            Map.entry("AMZN", 0.31),
            Map.entry("META", 0.34),
            Map.entry("GOOG", 0.28),
            Map.entry("GOOGL", 0.28),
            Map.entry("EUR", 0.08),
            Map.entry("GBP", 0.09));

    private Volatilities() {}

    /** At the money, 0.2 is 20 % a year. */
    public static double of(String symbol) {
        return KNOWN.getOrDefault(symbol, USUAL);
    }

    /** The surface of a symbol's options. */
    public static VolatilitySurface surfaceOf(String symbol) {
        return VolatilitySurface.around(of(symbol));
    }
}
