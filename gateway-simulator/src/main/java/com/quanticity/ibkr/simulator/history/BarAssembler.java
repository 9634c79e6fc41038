package com.quanticity.ibkr.simulator.history;

import com.quanticity.ibkr.simulator.calendar.TradingSession;
import com.quanticity.ibkr.simulator.past.Bar;
import com.quanticity.ibkr.simulator.past.Instrument;
import com.quanticity.ibkr.simulator.past.Series;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Joins the steps of a source to bars of the size that was asked for. Bars shorter than a day begin at whole multiples of
 * their size after midnight of the exchange, the first one of a session with the session.
 */
final class BarAssembler {

    private final BarQuery query;
    private final Instrument instrument;
    private final List<DatedBar> bars = new ArrayList<>();
    private @Nullable DatedBar running;
    private long runningKey;
    private long sessionBegin = Long.MAX_VALUE;
    private long sessionEnd = Long.MIN_VALUE;
    private @Nullable TradingSession session;
    private LocalDate date = LocalDate.EPOCH;
    private long midnight;

    private BarAssembler(BarQuery query) {
        this.query = query;
        this.instrument = query.instrument();
    }

    /** All bars of a query that has bars, in time order, from a moment on. */
    static List<DatedBar> assemble(BarQuery query, long from) {
        return switch (query.kind()) {
            case TRADES, ADJUSTED_LAST, AGGTRADES -> assemble(query, Series.TRADES, from);
            case MIDPOINT -> assemble(query, Series.MIDPOINT, from);
            case BID -> assemble(query, Series.BID, from);
            case ASK -> assemble(query, Series.ASK, from);
            case BID_ASK -> bothSides(assemble(query, Series.BID, from), assemble(query, Series.ASK, from));
            case HISTORICAL_VOLATILITY, OPTION_IMPLIED_VOLATILITY, FEE_RATE ->
                Rates.of(query, assemble(query, Series.TRADES, from));
            case YIELD_BID, YIELD_ASK, YIELD_BID_ASK, YIELD_LAST, SCHEDULE -> List.of();
        };
    }

    private static List<DatedBar> assemble(BarQuery query, Series series, long from) {
        BarAssembler assembler = new BarAssembler(query);
        Consumer<Bar> sink = assembler::add;
        query.history().bars(series, query.size().step(), from, query.endSecond(), query.regularHours(), sink);
        assembler.finish();
        return assembler.bars;
    }

    /** Average bid, highest ask, lowest bid, average ask. Source: the broker's description of BID_ASK bars. */
    private static List<DatedBar> bothSides(List<DatedBar> bids, List<DatedBar> asks) {
        List<DatedBar> both = new ArrayList<>();
        int other = 0;
        for (DatedBar dated : bids) {
            Bar bid = dated.bar();
            while (other < asks.size() && asks.get(other).bar().start() < bid.start()) {
                other++;
            }
            if (other < asks.size() && asks.get(other).bar().start() == bid.start()) {
                Bar ask = asks.get(other).bar();
                both.add(new DatedBar(
                        new Bar(
                                bid.start(),
                                bid.averageUnits(),
                                ask.high(),
                                bid.low(),
                                ask.averageUnits(),
                                bid.volume(),
                                bid.turnover(),
                                bid.count()),
                        dated.date()));
            }
        }
        return both;
    }

    private void add(Bar bar) {
        enter(bar.start());
        long key = key(bar.start());
        DatedBar dated = new DatedBar(
                query.size().isIntraday() ? bar.startingAt(key) : bar,
                query.size().isIntraday() ? null : date);
        if (running == null) {
            running = dated;
        } else if (key == runningKey) {
            running = running.and(dated);
        } else {
            bars.add(running);
            running = dated;
        }
        runningKey = key;
    }

    private void finish() {
        if (running != null) {
            bars.add(running);
        }
    }

    /** Looks up the session of a moment, once for all bars of it. */
    private void enter(long second) {
        if (second >= sessionBegin && second < sessionEnd) {
            return;
        }
        session = instrument.sessionAt(second);
        LocalDate local =
                Instant.ofEpochSecond(second).atZone(Instrument.NEW_YORK).toLocalDate();
        date = session == null ? local : session.date();
        midnight = local.atStartOfDay(Instrument.NEW_YORK).toEpochSecond();
        long nextMidnight = local.plusDays(1).atStartOfDay(Instrument.NEW_YORK).toEpochSecond();
        sessionBegin =
                session == null ? second : Math.max(midnight, session.begin().getEpochSecond());
        sessionEnd = session == null
                ? second + 1
                : Math.min(nextMidnight, session.end().getEpochSecond());
    }

    private long key(long second) {
        return switch (query.size()) {
            case DAY -> date.toEpochDay();
            case WEEK ->
                date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).toEpochDay();
            case MONTH -> date.withDayOfMonth(1).toEpochDay();
            default -> intraday(second);
        };
    }

    private long intraday(long second) {
        long aligned = second - Math.floorMod(second - midnight, query.size().seconds());
        if (session == null) {
            return aligned;
        }
        long open = session.open().getEpochSecond();
        long begin =
                query.regularHours() && second >= open ? open : session.begin().getEpochSecond();
        return Math.max(aligned, begin);
    }
}
