package com.quanticity.ibkr.simulator.history;

import com.quanticity.ibkr.simulator.calendar.TradingSession;
import com.quanticity.ibkr.simulator.past.Instrument;
import com.quanticity.ibkr.simulator.past.InstrumentHistory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far back a query reaches, such as {@code 2 D}. */
record BarSpan(int amount, Unit unit) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,7}) ?([SDWMY])");

    enum Unit {
        S,
        D,
        W,
        M,
        Y
    }

    static Optional<BarSpan> parse(String text) {
        Matcher given = TEXT.matcher(text.strip());
        if (!given.matches()) {
            return Optional.empty();
        }
        int amount = Integer.parseInt(given.group(1));
        return amount == 0 ? Optional.empty() : Optional.of(new BarSpan(amount, Unit.valueOf(given.group(2))));
    }

    /** The first moment that is wanted: seconds count trading time, days sessions, everything longer the calendar. */
    long from(InstrumentHistory history, long end, boolean regularHours) {
        Instrument instrument = history.instrument();
        return switch (unit) {
            case S -> secondsBack(history, end, regularHours);
            case D -> begin(sessionsBack(instrument, end), regularHours);
            case W, M, Y -> firstAfter(instrument, instrument.dateOf(end - 1).minus(period()), regularHours);
        };
    }

    /** What the calendar says, which is what the end of an answer tells. */
    Instant nominalStart(Instant end) {
        return switch (unit) {
            case S -> end.minusSeconds(amount);
            case D -> end.atZone(Instrument.NEW_YORK).minusDays(amount).toInstant();
            case W, M, Y -> end.atZone(Instrument.NEW_YORK).minus(period()).toInstant();
        };
    }

    /** About how many seconds of trading it holds. */
    long tradingSeconds(Instrument instrument) {
        long session = instrument.hours().name().startsWith("US_STOCKS") ? 57_600 : 82_800;
        return switch (unit) {
            case S -> amount;
            case D -> amount * session;
            case W -> amount * 5 * session;
            case M -> amount * 21 * session;
            case Y -> amount * 252 * session;
        };
    }

    private Period period() {
        return switch (unit) {
            case S -> Period.ZERO;
            case D -> Period.ofDays(amount);
            case W -> Period.ofWeeks(amount);
            case M -> Period.ofMonths(amount);
            case Y -> Period.ofYears(amount);
        };
    }

    private long secondsBack(InstrumentHistory history, long end, boolean regularHours) {
        long live = Math.max(0, end - history.past().end());
        if (live >= amount) {
            return end - amount;
        }
        long left = amount - live;
        long at = end - live;
        while (at > history.past().head()) {
            TradingSession session = history.instrument().sessionAtOrBefore(at - 1);
            long begin = begin(session, regularHours);
            long here = Math.min(at, (regularHours ? session.close() : session.end()).getEpochSecond()) - begin;
            if (here >= left) {
                return begin + here - left;
            }
            left -= Math.max(0, here);
            at = session.begin().getEpochSecond();
        }
        return history.past().head();
    }

    private TradingSession sessionsBack(Instrument instrument, long end) {
        TradingSession session = instrument.sessionAtOrBefore(end - 1);
        for (int i = 1; i < amount; i++) {
            session = instrument.before(session);
        }
        return session;
    }

    private static long firstAfter(Instrument instrument, LocalDate date, boolean regularHours) {
        return begin(instrument.session(date.plusDays(1)).orElseGet(() -> instrument.afterDate(date)), regularHours);
    }

    private static long begin(TradingSession session, boolean regularHours) {
        return (regularHours ? session.open() : session.begin()).getEpochSecond();
    }
}
