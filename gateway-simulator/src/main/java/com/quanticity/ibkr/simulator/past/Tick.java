package com.quanticity.ibkr.simulator.past;

import com.quanticity.ibkr.simulator.market.BestPrice;
import com.quanticity.ibkr.simulator.market.Exchanges;
import com.quanticity.ibkr.simulator.market.MarketEvent;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a market: a trade, a quote, or both at once.
 *
 * @param millis since 1970-01-01 UTC
 */
public sealed interface Tick {

    long NANOS_OF_MILLI = 1_000_000;

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

        static Quote of(long millis, BestPrice bid, BestPrice ask) {
            return new Quote(
                    millis,
                    units(bid),
                    units(ask),
                    bid.size().longValue(),
                    ask.size().longValue());
        }

        private static long units(BestPrice side) {
            BigDecimal price = side.price();
            return price == null || price.signum() <= 0 ? 0 : Units.of(price);
        }

        boolean isTwoSided() {
            return bid > 0 && ask > 0;
        }

        public long midpoint() {
            return (bid + ask) / 2;
        }
    }

    /** The same with the one copy of its conditions that others have. */
    default Tick sharing(Map<String, String> texts) {
        return this instanceof Trade trade
                ? new Trade(
                        trade.millis(),
                        trade.price(),
                        trade.size(),
                        trade.exchange(),
                        texts.computeIfAbsent(trade.conditions(), text -> text))
                : this;
    }

    /** An event of the market; null for what is neither a trade that counts as the last nor a two-sided quote. */
    static @Nullable Tick of(MarketEvent event, String listingExchange) {
        return switch (event) {
            case MarketEvent.Trade trade
            when trade.updatesLast() ->
                new Trade(
                        Math.floorDiv(trade.timeNanos(), NANOS_OF_MILLI),
                        Units.of(trade.price()),
                        trade.size().longValue(),
                        Exchanges.name(trade.exchange(), listingExchange),
                        trade.conditions());
            case MarketEvent.Quote quote ->
                twoSided(Math.floorDiv(quote.timeNanos(), NANOS_OF_MILLI), quote.bid(), quote.ask());
            default -> null;
        };
    }

    private static @Nullable Quote twoSided(long millis, BestPrice bid, BestPrice ask) {
        Quote quote = Quote.of(millis, bid, ask);
        return quote.isTwoSided() ? quote : null;
    }
}
