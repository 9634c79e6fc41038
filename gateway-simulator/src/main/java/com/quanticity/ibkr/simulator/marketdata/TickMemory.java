package com.quanticity.ibkr.simulator.marketdata;

import com.quanticity.ibkr.simulator.market.BestPrice;
import com.quanticity.ibkr.simulator.market.MarketEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest ticks of one instrument: what a tick-by-tick subscription can begin with. */
final class TickMemory {

    /** As many as a request can ask for. Source: tws-wire requests.md. */
    static final int MOST = 1000;

    private final Deque<MarketEvent.Trade> trades = new ArrayDeque<>();
    private final Deque<QuoteTick> quotes = new ArrayDeque<>();

    /** The best prices at a moment in epoch seconds, with the day's bounds broken or not. */
    record QuoteTick(long time, BestPrice bid, BestPrice ask, boolean bidPastLow, boolean askPastHigh) {}

    void add(MarketEvent.Trade trade) {
        add(trades, trade);
    }

    void add(QuoteTick quote) {
        add(quotes, quote);
    }

    private static <T> void add(Deque<T> deque, T tick) {
        if (deque.size() == MOST) {
            deque.removeFirst();
        }
        deque.addLast(tick);
    }

    /** The last trades, oldest first. */
    List<MarketEvent.Trade> trades(int most, boolean withUnreported) {
        List<MarketEvent.Trade> wanted = trades.stream()
                .filter(trade -> withUnreported || trade.updatesLast())
                .toList();
        return latest(wanted, most);
    }

    /** The last quotes, oldest first. */
    List<QuoteTick> quotes(int most) {
        return latest(List.copyOf(quotes), most);
    }

    private static <T> List<T> latest(List<T> all, int most) {
        return all.subList(Math.max(0, all.size() - most), all.size());
    }
}
