package com.quanticity.ibkr.simulator.past;

import com.quanticity.ibkr.simulator.calendar.TradingSession;
import com.quanticity.ibkr.simulator.market.MarketEvent;
import com.quanticity.ibkr.simulator.recording.RecordedBars;
import com.quanticity.ibkr.simulator.recording.RecordedBars.Length;
import com.quanticity.ibkr.simulator.recording.RecordedBars.Row;
import com.quanticity.ibkr.simulator.recording.RecordedTicks;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A recorded past, up to the moment at which the recording begins to play: days, and minutes, seconds and ticks of the days
 * that were recorded so finely. Files are read when they are asked for; recorded bars do not tell how many trades they hold.
 */
final class RecordedPast implements Past {

    private static final int FILES_KEPT = 12;
    private static final long NANOS = 1_000_000_000L;

    private final Instrument instrument;
    private final Path folder;
    private final RecordedBars files;
    private final long end;
    private final List<Row> days;
    private final Map<String, List<Bar>> read = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Bar>> eldest) {
            return size() > FILES_KEPT;
        }
    };
    private final TickShelf shelf;

    RecordedPast(Instrument instrument, Path folder, RecordedBars files, TickShelf shelf, long end) {
        this.shelf = shelf;
        this.instrument = instrument;
        this.folder = folder;
        this.files = files;
        this.end = end;
        this.days = files.readDays();
    }

    @Override
    public long head() {
        LocalDate first = days.isEmpty()
                ? firstOf(files.trades().values())
                : LocalDate.ofEpochDay(days.getFirst().start());
        return instrument
                .session(first)
                .map(session -> session.open().getEpochSecond())
                .orElse(end);
    }

    private static LocalDate firstOf(Iterable<NavigableMap<LocalDate, Path>> files) {
        LocalDate first = LocalDate.MAX;
        for (NavigableMap<LocalDate, Path> of : files) {
            first = of.isEmpty() || of.firstKey().isAfter(first) ? first : of.firstKey();
        }
        return first;
    }

    @Override
    public long end() {
        return end;
    }

    @Override
    public void bars(Series series, Step step, long from, long to, boolean regularHours, Consumer<Bar> sink) {
        long stop = Math.min(to, end);
        if (from >= stop) {
            return;
        }
        TradingSession session = instrument.sessionAtOrBefore(Math.max(from, head()));
        while (session.begin().getEpochSecond() < stop) {
            long first = Math.max(from, begin(session, regularHours));
            long last = Math.min(stop, close(session, regularHours));
            if (step == Step.DAY && series == Series.TRADES && !session.close().isAfter(Instant.ofEpochSecond(stop))) {
                day(session, first, last, regularHours, sink);
            } else {
                within(series, step, session.date(), first, last, sink);
            }
            session = instrument.after(session);
        }
    }

    /** Recorded days hold the regular hours; a day that was recorded only by minutes is joined from them. */
    private void day(TradingSession session, long from, long to, boolean regularHours, Consumer<Bar> sink) {
        Row row = rowOf(session.date());
        if (row == null) {
            within(Series.TRADES, Step.MINUTE, session.date(), from, to, sink);
        } else {
            sink.accept(bar(row, begin(session, regularHours)));
        }
    }

    private @Nullable Row rowOf(LocalDate date) {
        int low = 0;
        int high = days.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long day = days.get(middle).start();
            if (day == date.toEpochDay()) {
                return days.get(middle);
            }
            if (day < date.toEpochDay()) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return null;
    }

    private void within(Series series, Step step, LocalDate date, long from, long to, Consumer<Bar> sink) {
        for (Bar bar : barsOf(series, step, date)) {
            if (bar.start() >= from && bar.start() < to) {
                sink.accept(bar);
            }
        }
    }

    /** Minutes for a longer step when there are any, else seconds, which join as well. */
    private List<Bar> barsOf(Series series, Step step, LocalDate date) {
        Map<Length, NavigableMap<LocalDate, Path>> kind = series == Series.TRADES ? files.trades() : files.quotes();
        Path minutes = step == Step.SECOND ? null : fileOf(kind, Length.MINUTE, date);
        Path file = minutes == null ? fileOf(kind, Length.SECOND, date) : minutes;
        if (file == null) {
            return List.of();
        }
        synchronized (read) {
            return read.computeIfAbsent(series + " " + file, any -> read(series, file));
        }
    }

    private static @Nullable Path fileOf(
            Map<Length, NavigableMap<LocalDate, Path>> files, Length length, LocalDate date) {
        return Objects.requireNonNull(files.get(length)).get(date);
    }

    private static List<Bar> read(Series series, Path file) {
        return switch (series) {
            case TRADES -> bars(RecordedBars.readTrades(file));
            case BID -> bars(RecordedBars.readQuotes(file, true));
            case ASK -> bars(RecordedBars.readQuotes(file, false));
            case MIDPOINT ->
                middle(bars(RecordedBars.readQuotes(file, true)), bars(RecordedBars.readQuotes(file, false)));
        };
    }

    private static List<Bar> bars(List<Row> rows) {
        return rows.stream().map(row -> bar(row, row.start())).toList();
    }

    /** The volume counts at the middle of high, low and close. */
    private static Bar bar(Row row, long start) {
        long high = units(row.high());
        long low = units(row.low());
        long close = units(row.close());
        long volume = Math.max(1, row.volume());
        return new Bar(start, units(row.open()), high, low, close, volume, (high + low + close) / 3 * volume, 1);
    }

    private static long units(BigDecimal price) {
        return Units.of(price);
    }

    private static List<Bar> middle(List<Bar> bids, List<Bar> asks) {
        Map<Long, Bar> other = new HashMap<>();
        asks.forEach(ask -> other.put(ask.start(), ask));
        List<Bar> middle = new ArrayList<>();
        for (Bar bid : bids) {
            Bar ask = other.get(bid.start());
            if (ask != null) {
                middle.add(new Bar(
                        bid.start(),
                        (bid.open() + ask.open()) / 2,
                        (bid.high() + ask.high()) / 2,
                        (bid.low() + ask.low()) / 2,
                        (bid.close() + ask.close()) / 2,
                        1,
                        (bid.close() + ask.close()) / 2,
                        1));
            }
        }
        return middle;
    }

    @Override
    public List<Tick> ticks(boolean trades, long from, long to, boolean regularHours) {
        List<Tick> found = new ArrayList<>();
        long stop = Math.min(to, end);
        if (from >= stop) {
            return found;
        }
        TradingSession session = instrument.sessionAtOrBefore(from);
        while (session.begin().getEpochSecond() < stop) {
            long first = Math.max(from, begin(session, regularHours));
            long last = Math.min(stop, close(session, regularHours));
            for (Tick tick : ticksOf(trades, session.date())) {
                if (tick.second() >= first && tick.second() < last) {
                    found.add(tick);
                }
            }
            session = instrument.after(session);
        }
        return found;
    }

    private List<Tick> ticksOf(boolean trades, LocalDate date) {
        String name = instrument.symbol() + " " + date + (trades ? " trades" : " quotes");
        return shelf.day(name, () -> readTicks(trades, date));
    }

    @Override
    public boolean readsFiles() {
        return true;
    }

    private List<Tick> readTicks(boolean trades, LocalDate date) {
        String symbol = instrument.symbol();
        List<Tick> all = new ArrayList<>();
        Map<String, String> conditions = new HashMap<>();
        Consumer<MarketEvent> sink = event -> {
            Tick tick = Tick.of(event, instrument.contract().listingExchange());
            if (tick != null) {
                all.add(tick.sharing(conditions));
            }
        };
        if (trades) {
            RecordedTicks.trades(folder, symbol, date, end * NANOS, sink);
        } else {
            RecordedTicks.quotes(folder, symbol, date, end * NANOS, sink);
        }
        return all;
    }

    private static long begin(TradingSession session, boolean regularHours) {
        return (regularHours ? session.open() : session.begin()).getEpochSecond();
    }

    private static long close(TradingSession session, boolean regularHours) {
        return (regularHours ? session.close() : session.end()).getEpochSecond();
    }
}
