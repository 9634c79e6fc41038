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
     * @param exchange letter of the exchange, empty when the source does not say
     * @param conditions letters of the sale conditions, blanks between; empty for a regular trade
     * @param updatesLast whether it counts as the last price; every trade counts for the volume
     */
    record Trade(
            String symbol,
            long timeNanos,
            BigDecimal price,
            BigDecimal size,
            String exchange,
            String conditions,
            boolean updatesLast)
            implements MarketEvent {

        /** A regular trade of an exchange that is not told. */
        public Trade(String symbol, long timeNanos, BigDecimal price, BigDecimal size, boolean updatesLast) {
            this(symbol, timeNanos, price, size, "", "", updatesLast);
        }
    }

    /** The whole book after a change. */
    record Depth(String symbol, long timeNanos, Book book) implements MarketEvent {}

    /**
     * What an auction would do if it took place now.
     *
     * @param price the price of the cross
     * @param paired shares that would trade
     * @param imbalance shares left over, above zero on the buying side
     */
    record Auction(String symbol, long timeNanos, BigDecimal price, BigDecimal paired, BigDecimal imbalance)
            implements MarketEvent {}

    /** A new trading day: the last price becomes the close, the figures of the day start anew. */
    record NewDay(String symbol, long timeNanos) implements MarketEvent {}

    /** Trading of one instrument stops or, with {@link HaltKind#NONE}, goes on. */
    record Halt(String symbol, long timeNanos, HaltKind kind) implements MarketEvent {}
}
