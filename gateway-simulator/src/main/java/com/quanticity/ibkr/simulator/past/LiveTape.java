package com.quanticity.ibkr.simulator.past;

import com.quanticity.ibkr.simulator.market.MarketEvent;
import com.quanticity.ibkr.simulator.market.SymbolMarket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What one symbol of the running market did since it began: bars of a second for two hours, of a minute for a week, and the
 * last trades and quotes.
 */
public final class LiveTape {

    private static final long SECONDS_KEPT = 7_200;
    private static final long MINUTES_KEPT = 7 * 86_400L;
    private static final int TRADES_KEPT = 6_000;
    private static final int QUOTES_KEPT = 12_000;

    private final Map<Series, BarTape> seconds = new EnumMap<>(Series.class);
    private final Map<Series, BarTape> minutes = new EnumMap<>(Series.class);
    private final Deque<Tick> trades = new ArrayDeque<>();
    private final Deque<Tick> quotes = new ArrayDeque<>();

    LiveTape() {
        for (Series series : Series.values()) {
            seconds.put(series, new BarTape(Step.SECOND, SECONDS_KEPT));
            minutes.put(series, new BarTape(Step.MINUTE, MINUTES_KEPT));
        }
    }

    void onTrade(MarketEvent.Trade event, String listingExchange) {
        if (Tick.of(event, listingExchange) instanceof Tick.Trade trade) {
            add(Series.TRADES, trade.millis(), trade.price(), trade.size());
            keep(trades, trade, TRADES_KEPT);
        }
    }

    void onQuote(SymbolMarket symbol, long millis) {
        Tick.Quote quote = Tick.Quote.of(millis, symbol.bid(), symbol.ask());
        if (quote.bid() > 0) {
            add(Series.BID, millis, quote.bid(), 1);
        }
        if (quote.ask() > 0) {
            add(Series.ASK, millis, quote.ask(), 1);
        }
        if (quote.isTwoSided()) {
            add(Series.MIDPOINT, millis, quote.midpoint(), 1);
            keep(quotes, quote, QUOTES_KEPT);
        }
    }

    private void add(Series series, long millis, long price, long size) {
        long second = Math.floorDiv(millis, 1_000);
        tape(series, Step.SECOND).add(second, price, size);
        tape(series, Step.MINUTE).add(second, price, size);
    }

    private static void keep(Deque<Tick> ticks, Tick tick, int most) {
        ticks.addLast(tick);
        if (ticks.size() > most) {
            ticks.removeFirst();
        }
    }

    /** Seconds, or minutes for every longer step. */
    void bars(Series series, Step step, long from, long to, Consumer<Bar> sink) {
        tape(series, step).bars(from, to, sink);
    }

    List<Tick> ticks(boolean ofTrades, long from, long to) {
        List<Tick> found = new ArrayList<>();
        for (Tick tick : ofTrades ? trades : quotes) {
            if (tick.second() >= from && tick.second() < to) {
                found.add(tick);
            }
        }
        return found;
    }

    private BarTape tape(Series series, Step step) {
        return Objects.requireNonNull((step == Step.SECOND ? seconds : minutes).get(series));
    }
}
