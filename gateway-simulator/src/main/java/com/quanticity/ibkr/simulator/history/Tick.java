package com.quanticity.ibkr.simulator.history;

/**
 * Something that happened in a market: a trade, a quote, or both at once.
 *
 * @param millis since 1970-01-01 UTC
 */
sealed interface Tick {

    long millis();

    default long second() {
        return Math.floorDiv(millis(), 1_000);
    }

    /**
     * A trade.
     *
     * @param price in {@link Units}
     * @param exchange the broker's name of it
     * @param conditions letters of the sale conditions, blanks between
     */
    record Trade(long millis, long price, long size, String exchange, String conditions) implements Tick {}

    /** The best bid and offer after a change, in {@link Units}; 0 for a side nobody quotes. */
    record Quote(long millis, long bid, long ask, long bidSize, long askSize) implements Tick {

        boolean isTwoSided() {
            return bid > 0 && ask > 0;
        }

        long midpoint() {
            return (bid + ask) / 2;
        }
    }
}
