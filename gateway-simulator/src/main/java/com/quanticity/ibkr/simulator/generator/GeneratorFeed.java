package com.quanticity.ibkr.simulator.generator;

import com.quanticity.ibkr.simulator.calendar.TradingCalendar;
import com.quanticity.ibkr.simulator.calendar.TradingHours;
import com.quanticity.ibkr.simulator.market.MarketEvent;
import com.quanticity.ibkr.simulator.market.MarketFeed;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An endless market with ten levels of depth: ten US stocks and ETFs at two to five changes a second each, seven at one,
 * three pairs of currencies and two crypto-currencies.
 */
public final class GeneratorFeed implements MarketFeed {

    private static final List<Profile> PROFILES = List.of(
            Profile.stock("SPY", 66_500, 1, 5.0, 6),
            Profile.stock("QQQ", 60_400, 2, 5.0, 4),
            Profile.stock("IWM", 24_100, 1, 4.0, 8),
            Profile.stock("AAPL", 26_900, 2, 4.5, 4),
            Profile.stock("MSFT", 49_800, 5, 3.0, 2),
            Profile.stock("NVDA", 18_700, 1, 5.0, 9),
            Profile.stock("TSLA", 40_300, 6, 4.5, 3),
            Profile.stock("AMZN", 22_600, 2, 3.5, 4),
            Profile.stock("META", 60_900, 9, 2.5, 2),
            Profile.stock("GOOG", 28_900, 3, 2.5, 3),
            Profile.stock("GOOGL", 28_850, 3, 1.0, 3),
            Profile.stock("IBM", 28_000, 4, 1.0, 2),
            Profile.stock("INTC", 3_800, 1, 1.0, 20),
            Profile.stock("XOM", 11_500, 1, 1.0, 8),
            Profile.stock("AIG", 8_000, 2, 0.7, 4),
            Profile.stock("BAC", 5_200, 1, 1.0, 25),
            Profile.stock("IBKR", 6_500, 3, 0.7, 3),
            Profile.single("EUR.USD", TradingHours.CURRENCIES, "IDEALPRO", "0.00005", 21_700, 1, 4.0, 20, "50000"),
            Profile.single("GBP.USD", TradingHours.CURRENCIES, "IDEALPRO", "0.00005", 25_900, 1, 2.0, 20, "50000"),
            Profile.single("USD.JPY", TradingHours.CURRENCIES, "IDEALPRO", "0.005", 30_100, 1, 2.0, 20, "50000"),
            Profile.single("BTC.USD", TradingHours.CRYPTO, "PAXOS", "0.25", 400_000, 40, 1.0, 3, "0.05"),
            Profile.single("ETH.USD", TradingHours.CRYPTO, "PAXOS", "0.01", 350_000, 60, 1.0, 5, "0.5"));

    private final Instant start;
    private final PriorityQueue<SymbolWalk> walks =
            new PriorityQueue<>(Comparator.comparingLong(SymbolWalk::nextTime).thenComparing(SymbolWalk::symbol));

    /** A market that is always open. */
    public GeneratorFeed(long seed, Instant start) {
        this(seed, start, TradingCalendar.alwaysOpen());
    }

    public GeneratorFeed(long seed, Instant start, TradingCalendar calendar) {
        this(seed, start, calendar, false);
    }

    /**
     * The market of a seed.
     *
     * @param volatilityHalts whether stocks run into their price bands now and then; up to its first run a stock is the
     *     same with and without
     */
    public GeneratorFeed(long seed, Instant start, TradingCalendar calendar, boolean volatilityHalts) {
        this.start = start;
        PROFILES.forEach(profile -> walks.add(new SymbolWalk(profile, calendar, seed, start, volatilityHalts)));
    }

    @Override
    public SortedSet<String> symbols() {
        SortedSet<String> symbols = new TreeSet<>();
        PROFILES.forEach(profile -> symbols.add(profile.symbol()));
        return symbols;
    }

    @Override
    public Instant start() {
        return start;
    }

    @Override
    public boolean waitsForSubscriber() {
        return false;
    }

    @Override
    public MarketEvent next() {
        SymbolWalk walk = walks.remove();
        MarketEvent event = walk.next();
        walks.add(walk);
        return event;
    }

    @Override
    public void close() {
        // nothing is open
    }
}
