package com.quanticity.ibkr.simulator.recording;

import com.quanticity.ibkr.simulator.market.BestPrice;
import com.quanticity.ibkr.simulator.market.Book;
import com.quanticity.ibkr.simulator.market.BookRow;
import com.quanticity.ibkr.simulator.market.MarketEvent;
import com.quanticity.ibkr.simulator.market.MarketFeed;
import com.quanticity.ibkr.simulator.market.Venue;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Queue;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The recorded order books of one venue, IEX, with its trades: a book whenever an event of the exchange is complete, and
 * the best prices that follow from it. Times are those at which the exchange sent the packets, which never go back.
 */
public final class DepthRecording implements MarketFeed {

    private static final String LEVELS = "ts_ns,send_ns,capture_ns,seq,symbol,side,price,size,event_complete";
    private static final String TRADES = "ts_ns,send_ns,capture_ns,seq,symbol,price,size,sale_flags_hex,trade_id";
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** A sale flag of IEX. Source: market-data README, "Depth". */
    private static final int ODD_LOT = 0x20;

    private final CsvFile levels;
    private final CsvFile trades;
    private final SortedSet<String> symbols;
    private final Instant start;
    private final Map<String, Ladders> ladders = new HashMap<>();
    private final Queue<MarketEvent> pending = new ArrayDeque<>();
    private String @Nullable [] level;
    private String @Nullable [] trade;

    /** Prices and sizes of both sides. */
    private record Ladders(NavigableMap<BigDecimal, BigDecimal> bids, NavigableMap<BigDecimal, BigDecimal> asks) {
        private Ladders() {
            this(new TreeMap<>(Collections.reverseOrder()), new TreeMap<>());
        }
    }

    private DepthRecording(Path levels, Path trades, LocalDate date, LocalTime from) {
        this.symbols = symbolsOf(levels);
        this.levels = new CsvFile(levels, LEVELS);
        this.trades = new CsvFile(trades, TRADES);
        this.start = date.atTime(from).atZone(NEW_YORK).toInstant();
        this.level = this.levels.next();
        this.trade = this.trades.next();
    }

    /** Whether a folder holds the books of a day. */
    public static boolean isIn(Path folder, LocalDate date) {
        return Files.isRegularFile(file(folder, date, "price-levels"))
                && Files.isRegularFile(file(folder, date, "trades"));
    }

    /**
     * Opens the books of a day.
     *
     * @param from New York time of day at which the playback starts
     * @throws RecordingException when a file is not what it should be
     */
    public static DepthRecording open(Path folder, LocalDate date, LocalTime from) {
        return new DepthRecording(file(folder, date, "price-levels"), file(folder, date, "trades"), date, from);
    }

    private static Path file(Path folder, LocalDate date, String what) {
        String day = date.format(DateTimeFormatter.BASIC_ISO_DATE);
        return folder.resolve("depth").resolve("IEX-DEEP-" + day + "-" + what + ".csv.gz");
    }

    private static SortedSet<String> symbolsOf(Path file) {
        SortedSet<String> symbols = new TreeSet<>();
        try (CsvFile csv = new CsvFile(file, LEVELS)) {
            for (String[] cell = csv.next(); cell != null; cell = csv.next()) {
                symbols.add(cell[4]);
            }
        }
        return symbols;
    }

    @Override
    public SortedSet<String> symbols() {
        return symbols;
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
        while (pending.isEmpty() && (level != null || trade != null)) {
            advance();
        }
        return pending.poll();
    }

    private void advance() {
        String[] nextLevel = level;
        String[] nextTrade = trade;
        if (nextLevel != null && (nextTrade == null || time(nextLevel) <= time(nextTrade))) {
            takeLevel(nextLevel);
            level = levels.next();
        } else if (nextTrade != null) {
            takeTrade(nextTrade);
            trade = trades.next();
        }
    }

    private static long time(String[] cell) {
        return Long.parseLong(cell[1]);
    }

    private void takeLevel(String[] cell) {
        Ladders both = ladders.computeIfAbsent(cell[4], any -> new Ladders());
        Map<BigDecimal, BigDecimal> side = cell[5].equals("B") ? both.bids() : both.asks();
        BigDecimal price = new BigDecimal(cell[6]);
        BigDecimal size = new BigDecimal(cell[7]);
        if (size.signum() == 0) {
            side.remove(price);
        } else {
            side.put(price, size);
        }
        if (cell[8].equals("1")) {
            pending.add(new MarketEvent.Quote(cell[4], time(cell), levels.row(), best(both.bids()), best(both.asks())));
            pending.add(new MarketEvent.Depth(cell[4], time(cell), new Book(rows(both.bids()), rows(both.asks()))));
        }
    }

    private void takeTrade(String[] cell) {
        boolean isOddLot = (Integer.parseInt(cell[7], 16) & ODD_LOT) != 0;
        if (symbols.contains(cell[4])) {
            pending.add(new MarketEvent.Trade(
                    cell[4],
                    time(cell),
                    new BigDecimal(cell[5]),
                    new BigDecimal(cell[6]),
                    Venue.IEX.letter(),
                    isOddLot ? "I" : "",
                    !isOddLot));
        }
    }

    private static BestPrice best(NavigableMap<BigDecimal, BigDecimal> side) {
        Map.Entry<BigDecimal, BigDecimal> first = side.firstEntry();
        return first == null ? BestPrice.NONE : new BestPrice(first.getKey(), first.getValue(), Venue.IEX.letter());
    }

    private static List<BookRow> rows(NavigableMap<BigDecimal, BigDecimal> side) {
        List<BookRow> rows = new ArrayList<>(side.size());
        side.forEach((price, size) -> rows.add(new BookRow(price, size, Venue.IEX.name(), "")));
        return rows;
    }

    @Override
    public void close() {
        levels.close();
        trades.close();
    }
}
