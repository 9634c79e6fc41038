package com.quanticity.ibkr.simulator.past;

import com.quanticity.ibkr.simulator.calendar.TradingSession;
import com.quanticity.ibkr.simulator.contract.Derivation;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A made-up past that ends at the price with which the running market began.
 *
 * <p>The level of each day is a sum of waves of random height, from a day to many years long, so that it can be had for any
 * day by itself. Within a session the price goes from the level before to its own; every minute has its own random numbers.
 */
final class SyntheticPast implements Past {

    private static final String[] VENUES = {"ISLAND", "ARCA", "NYSE", "BATS", "DRCTEDGE", "IEX", "FINRA"};
    private static final int WAVES = 12;
    private static final double GROWTH_OF_DAY = 0.0002;
    private static final int DAYS_KEPT = 24_000;
    private static final double BUSY_AFTER_A_YEAR = 0.75;
    private static final double LEAST_BUSY = 0.06;
    private static final int MINUTE = 60;

    private final Instrument instrument;
    private final long seed;
    private final Nature nature;
    private final double anchorPrice;
    private final long end;
    private final LocalDate lastDay;
    private final long head;
    private final Map<DayKey, Optional<Bar>> days = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<DayKey, Optional<Bar>> eldest) {
            return size() > DAYS_KEPT;
        }
    };
    private @Nullable DayPath path;

    /**
     * A past.
     *
     * @param begun when the simulator began, epoch second
     * @param anchorPrice the price then
     * @param hasMarket whether a running market takes over at that moment; without one the making up goes on
     */
    SyntheticPast(Instrument instrument, long seed, long begun, double anchorPrice, boolean hasMarket) {
        this.instrument = instrument;
        this.seed = Chance.mix(seed, instrument.contract().conId());
        this.nature = Nature.of(instrument, anchorPrice, this.seed);
        this.anchorPrice = anchorPrice;
        this.end = hasMarket ? begun : Long.MAX_VALUE;
        this.lastDay = instrument.sessionAtOrBefore(begun - 1).date();
        this.head = firstSession().open().getEpochSecond();
    }

    private record DayKey(LocalDate date, Series series, boolean regularHours) {}

    /** Between 1990 and 2012; what expires is listed some four hundred days before. */
    private TradingSession firstSession() {
        Derivation terms = instrument.contract().derivation();
        if (terms != null) {
            return instrument.afterDate(terms.expiry().minusDays(400));
        }
        LocalDate listed = LocalDate.of(1990, 1, 2).plusDays((long) (Chance.uniform(Chance.mix(seed, 17)) * 8_000));
        return instrument.after(instrument
                .session(listed)
                .orElseGet(() -> instrument.sessionAtOrBefore(
                        listed.atStartOfDay(Instrument.NEW_YORK).toEpochSecond())));
    }

    @Override
    public long head() {
        return head;
    }

    @Override
    public long end() {
        return end;
    }

    @Override
    public void bars(Series series, Step step, long from, long to, boolean regularHours, Consumer<Bar> sink) {
        long start = Math.max(from, head);
        long stop = Math.min(to, end);
        if (start >= stop) {
            return;
        }
        TradingSession session = instrument.sessionAtOrBefore(start);
        while (session.begin().getEpochSecond() < stop) {
            if (step == Step.DAY) {
                day(series, session, start, stop, regularHours, sink);
            } else {
                within(series, step, session, start, stop, regularHours, sink);
            }
            session = instrument.after(session);
        }
    }

    private void day(
            Series series, TradingSession session, long from, long to, boolean regularHours, Consumer<Bar> sink) {
        long begin = begin(session, regularHours);
        long close = close(session, regularHours);
        if (from <= begin && (close <= to || to == end)) {
            DayKey key = new DayKey(session.date(), series, regularHours);
            if (!days.containsKey(key)) {
                rememberDay(session, regularHours);
            }
            days.getOrDefault(key, Optional.empty()).ifPresent(sink);
        } else {
            Bar[] part = new Bar[1];
            within(
                    series,
                    Step.MINUTE,
                    session,
                    from,
                    to,
                    regularHours,
                    bar -> part[0] = part[0] == null ? bar.startingAt(begin) : part[0].and(bar));
            if (part[0] != null) {
                sink.accept(part[0]);
            }
        }
    }

    @Override
    public long warm(long from, long to, boolean regularHours, int sessions) {
        long stop = Math.min(to, end);
        TradingSession session = instrument.sessionAtOrBefore(Math.max(from, head));
        int made = 0;
        while (made < sessions && session.end().getEpochSecond() <= stop) {
            if (!days.containsKey(new DayKey(session.date(), Series.TRADES, regularHours))) {
                rememberDay(session, regularHours);
                made++;
            }
            session = instrument.after(session);
        }
        return session.end().getEpochSecond() <= stop ? session.begin().getEpochSecond() : Long.MAX_VALUE;
    }

    /** All series at once: their ticks are the same. */
    private void rememberDay(TradingSession session, boolean regularHours) {
        BarSum trades = new BarSum();
        BarSum bids = new BarSum();
        BarSum asks = new BarSum();
        BarSum midpoints = new BarSum();
        long begin = begin(session, regularHours);
        walk(session, begin, close(session, regularHours), (millis, bid, ask, bidSize, askSize, price, size, venue) -> {
            trades.add(price, size);
            bids.add(bid, 1);
            asks.add(ask, 1);
            midpoints.add((bid + ask) / 2, 1);
        });
        remember(session, Series.TRADES, regularHours, trades.take(begin));
        remember(session, Series.BID, regularHours, bids.take(begin));
        remember(session, Series.ASK, regularHours, asks.take(begin));
        remember(session, Series.MIDPOINT, regularHours, midpoints.take(begin));
    }

    private void remember(TradingSession session, Series series, boolean regularHours, @Nullable Bar bar) {
        days.put(new DayKey(session.date(), series, regularHours), Optional.ofNullable(bar));
    }

    private void within(
            Series series,
            Step step,
            TradingSession session,
            long from,
            long to,
            boolean regularHours,
            Consumer<Bar> sink) {
        Cutter cutter = new Cutter(series, step.seconds(), sink);
        long first = Math.max(from, begin(session, regularHours));
        walk(session, first, Math.min(to, close(session, regularHours)), cutter);
        cutter.flush();
    }

    @Override
    public List<Tick> ticks(boolean trades, long from, long to, boolean regularHours) {
        List<Tick> ticks = new ArrayList<>();
        long start = Math.max(from, head);
        long stop = Math.min(to, end);
        if (start >= stop) {
            return ticks;
        }
        TradingSession session = instrument.sessionAtOrBefore(start);
        while (session.begin().getEpochSecond() < stop) {
            long first = Math.max(start, begin(session, regularHours));
            walk(session, first, Math.min(stop, close(session, regularHours)), tickSink(trades, ticks));
            session = instrument.after(session);
        }
        return ticks;
    }

    private TickSink tickSink(boolean trades, List<Tick> into) {
        return (millis, bid, ask, bidSize, askSize, price, size, venue) -> into.add(
                trades
                        ? new Tick.Trade(millis, price, size, exchange(venue), "")
                        : new Tick.Quote(millis, bid, ask, bidSize, askSize));
    }

    private String exchange(int venue) {
        return instrument.securityType().equals("STK")
                ? VENUES[venue % VENUES.length]
                : instrument.contract().listingExchange();
    }

    private static long begin(TradingSession session, boolean regularHours) {
        return (regularHours ? session.open() : session.begin()).getEpochSecond();
    }

    private static long close(TradingSession session, boolean regularHours) {
        return (regularHours ? session.close() : session.end()).getEpochSecond();
    }

    /** Goes through all events of a stretch of one session. */
    private void walk(TradingSession session, long from, long to, TickSink sink) {
        long stop = Math.min(to, end);
        if (from >= stop) {
            return;
        }
        DayPath day = pathOf(session);
        long begin = session.begin().getEpochSecond();
        for (long minute = from - Math.floorMod(from - begin, MINUTE); minute < stop; minute += MINUTE) {
            day.minute((int) ((minute - begin) / MINUTE), from * 1_000, stop * 1_000, sink);
        }
    }

    private DayPath pathOf(TradingSession session) {
        DayPath known = path;
        if (known == null || !known.date().equals(session.date())) {
            TradingSession before = instrument.before(session);
            known = new DayPath(
                    session,
                    instrument.hours(),
                    Math.min(end, session.end().getEpochSecond()),
                    Chance.mix(seed, session.date().toEpochDay()),
                    nature,
                    busyness(session.date()),
                    priceAfter(before.date()),
                    priceAfter(session.date()));
            path = known;
        }
        return known;
    }

    /** Ever more was traded as the years went by. */
    private double busyness(LocalDate date) {
        double years = Math.max(0, ChronoUnit.DAYS.between(date, lastDay)) / 365.0;
        return Math.max(LEAST_BUSY, StrictMath.pow(BUSY_AFTER_A_YEAR, years));
    }

    /** The price at the end of a day's session. */
    double priceAfter(LocalDate date) {
        return anchorPrice * StrictMath.exp(level(date.toEpochDay()) - level(lastDay.toEpochDay()));
    }

    private double level(long day) {
        double sum = GROWTH_OF_DAY * day;
        double height = nature.dailyDeviation() * 0.45;
        for (int wave = 0; wave < WAVES; wave++) {
            sum += height * wave(day, wave);
            height *= 1.4142135623730951;
        }
        return sum;
    }

    /** A wave of 2^number days: random heights at its knots, a smooth line between them. */
    private double wave(long day, int number) {
        long knot = day >> number;
        double part = (day - (knot << number)) / (double) (1L << number);
        double smooth = part * part * (3 - 2 * part);
        long key = Chance.mix(seed, number);
        double here = Chance.bell(Chance.mix(key, knot));
        double next = Chance.bell(Chance.mix(key, knot + 1));
        return here + (next - here) * smooth;
    }

    /** Cuts a stream of events into bars. */
    private static final class Cutter implements TickSink {

        private final Series series;
        private final long length;
        private final Consumer<Bar> sink;
        private final BarSum sum = new BarSum();
        private long start = Long.MIN_VALUE;

        Cutter(Series series, int seconds, Consumer<Bar> sink) {
            this.series = series;
            this.length = seconds;
            this.sink = sink;
        }

        @Override
        public void on(long millis, long bid, long ask, long bidSize, long askSize, long price, long size, int venue) {
            long second = millis / 1_000;
            long begins = second - Math.floorMod(second, length);
            if (begins != start) {
                flush();
                start = begins;
            }
            switch (series) {
                case TRADES -> sum.add(price, size);
                case BID -> sum.add(bid, 1);
                case ASK -> sum.add(ask, 1);
                case MIDPOINT -> sum.add((bid + ask) / 2, 1);
            }
        }

        void flush() {
            Bar bar = sum.take(start);
            if (bar != null) {
                sink.accept(bar);
            }
        }
    }
}
