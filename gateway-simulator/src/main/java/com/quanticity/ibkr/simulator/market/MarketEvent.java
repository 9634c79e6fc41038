package com.quanticity.ibkr.simulator.market;

import java.math.BigDecimal;

/** Something that happens in the market at {@code timeNanos}, nanoseconds since 1970-01-01 UTC of market time. */
public sealed interface MarketEvent {

    String symbol();

    long timeNanos();

    /**
     * The whole best bid and offer after a change.
     *
     * @param row number of the source's row, from 1
     */
    record Quote(String symbol, long timeNanos, long row, BestPrice bid, BestPrice ask) implements MarketEvent {}

    /**
     * A trade.
     *
     * @param updatesLast whether it counts as the last price; every trade counts for the volume
     */
    record Trade(String symbol, long timeNanos, BigDecimal price, BigDecimal size, boolean updatesLast)
            implements MarketEvent {}
}
