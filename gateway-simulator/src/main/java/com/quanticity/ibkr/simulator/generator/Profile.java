package com.quanticity.ibkr.simulator.generator;

import com.quanticity.ibkr.simulator.calendar.TradingHours;
import com.quanticity.ibkr.simulator.market.Venue;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one made-up instrument is like.
 *
 * @param tick price step
 * @param level price to which it is pulled back, in ticks
 * @param spread usual spread in ticks
 * @param eventsPerSecond quotes and trades together, in regular hours on average
 * @param lots usual displayed lots of one venue
 * @param lotSize shares or contracts of a lot
 * @param venues where it is displayed; none for what is only calculated, such as an index
 */
record Profile(
        String symbol,
        TradingHours hours,
        BigDecimal tick,
        int level,
        int spread,
        double eventsPerSecond,
        int lots,
        BigDecimal lotSize,
        List<Site> venues) {

    /**
     * One venue.
     *
     * @param letter in quotes, empty where quotes have none
     * @param makers who displays there by name, empty for price levels only
     */
    record Site(String exchange, String letter, List<String> makers) {}

    private static final List<Site> STOCK_SITES = Stream.of(Venue.values())
            .map(venue -> new Site(venue.name(), venue.letter(), venue.makers()))
            .toList();

    static Profile stock(String symbol, int cents, int spread, double eventsPerSecond, int lots) {
        return new Profile(
                symbol,
                TradingHours.US_STOCKS,
                new BigDecimal("0.01"),
                cents,
                spread,
                eventsPerSecond,
                lots,
                BigDecimal.valueOf(100),
                STOCK_SITES);
    }

    /** An instrument with one venue. */
    static Profile single(
            String symbol,
            TradingHours hours,
            String exchange,
            String tick,
            int level,
            int spread,
            double eventsPerSecond,
            int lots,
            String lotSize) {
        return new Profile(
                symbol,
                hours,
                new BigDecimal(tick),
                level,
                spread,
                eventsPerSecond,
                lots,
                new BigDecimal(lotSize),
                List.of(new Site(exchange, "", List.of())));
    }

    static Profile index(String symbol, String tick, int level, double eventsPerSecond) {
        return new Profile(
                symbol,
                TradingHours.US_INDICES,
                new BigDecimal(tick),
                level,
                10,
                eventsPerSecond,
                1,
                BigDecimal.ONE,
                List.of());
    }

    BigDecimal price(int ticks) {
        return tick.multiply(BigDecimal.valueOf(ticks));
    }

    BigDecimal size(int count) {
        return lotSize.multiply(BigDecimal.valueOf(count));
    }

    boolean isQuoted() {
        return !venues.isEmpty();
    }
}
