package com.quanticity.ibkr.simulator.recording;

import com.quanticity.ibkr.simulator.market.MarketEvent;
import com.quanticity.ibkr.simulator.market.MarketFeed;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * All quotes and trades of a recorded day, merged by time. Within a millisecond quotes come before trades and symbols in
 * alphabetical order; the order inside one file never changes.
 */
public final class RecordingFeed implements MarketFeed {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final RecordingFolder folder;
    private final Instant start;
    private final Map<String, BigDecimal> firstPrices;
    private final List<EventFile> files = new ArrayList<>();
    private final PriorityQueue<Head> heads =
            new PriorityQueue<>(Comparator.comparingLong(Head::timeNanos).thenComparingInt(Head::order));

    /**
     * Opens the files.
     *
     * @param from New York time of day at which the playback starts
     * @throws RecordingException when a file is not what it should be
     */
    public RecordingFeed(RecordingFolder folder, LocalTime from) {
        this.folder = folder;
        this.start = folder.date().atTime(from).atZone(NEW_YORK).toInstant();
        folder.quotes().forEach((symbol, file) -> open(new QuoteFile(symbol, file)));
        folder.symbols().forEach(this::openTrades);
        this.firstPrices = readFirstPrices();
    }

    @Override
    public SortedSet<String> symbols() {
        return folder.symbols();
    }

    @Override
    public Instant start() {
        return start;
    }

    @Override
    public boolean waitsForSubscriber() {
        return true;
    }

    @Override
    public @Nullable MarketEvent next() {
        Head head = heads.poll();
        if (head == null) {
            return null;
        }
        enqueue(files.get(head.order()), head.order());
        return head.event();
    }

    /** The first trade's price, or the first bid's. */
    @Override
    public Map<String, BigDecimal> firstPrices() {
        return firstPrices;
    }

    private Map<String, BigDecimal> readFirstPrices() {
        Map<String, BigDecimal> prices = new HashMap<>();
        for (Head head : heads) {
            switch (head.event()) {
                case MarketEvent.Trade trade -> prices.put(trade.symbol(), trade.price());
                case MarketEvent.Quote quote
                when quote.bid().price() != null ->
                    prices.putIfAbsent(quote.symbol(), quote.bid().price());
                default -> {}
            }
        }
        return Map.copyOf(prices);
    }

    @Override
    public void close() {
        files.forEach(EventFile::close);
    }

    private void openTrades(String symbol) {
        Path trades = folder.trades(symbol);
        if (trades != null) {
            open(new TradeFile(symbol, trades));
        }
    }

    private void open(EventFile file) {
        files.add(file);
        enqueue(file, files.size() - 1);
    }

    private void enqueue(EventFile file, int order) {
        MarketEvent event = file.next();
        if (event != null) {
            heads.add(new Head(event, order));
        }
    }

    private record Head(MarketEvent event, int order) {
        long timeNanos() {
            return event.timeNanos();
        }
    }
}
