package com.quanticity.ibkr.simulator.generator;

import com.quanticity.ibkr.simulator.calendar.MarketPhase;
import com.quanticity.ibkr.simulator.calendar.TradingCalendar;
import com.quanticity.ibkr.simulator.calendar.TradingHours;
import com.quanticity.ibkr.simulator.calendar.TradingSession;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The phases of one instrument along its time; remembers the present stretch, as time only moves on. */
final class Schedule {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final TradingCalendar calendar;
    private final TradingHours hours;
    private long until = Long.MIN_VALUE;
    private MarketPhase phase = MarketPhase.CLOSED;
    private @Nullable TradingSession session;

    Schedule(TradingCalendar calendar, TradingHours hours) {
        this.calendar = calendar;
        this.hours = hours;
    }

    /** Goes to a time and tells the phase there. */
    MarketPhase moveTo(long nanos) {
        if (nanos >= until) {
            Instant at = instant(nanos);
            phase = calendar.phaseAt(hours, at);
            session = calendar.sessionAt(hours, at).orElse(null);
            until = nanos(calendar.isAlwaysOpen() ? nextMidnight(at) : nextBoundary(at));
        }
        return phase;
    }

    /** First moment after the present stretch. */
    long until() {
        return until;
    }

    /** How busy the present moment is; 1 where the calendar has no session. */
    double activity(long nanos) {
        if (session == null) {
            return 1;
        }
        double factor = VolumeCurve.at(session, instant(nanos));
        return calendar.isAlwaysOpen() ? Math.max(0.5, factor) : factor;
    }

    boolean isAlwaysOpen() {
        return calendar.isAlwaysOpen();
    }

    private Instant nextBoundary(Instant at) {
        Optional<Instant> inside = calendar.sessionAt(hours, at).stream()
                .flatMap(one -> Stream.of(
                        one.open().minus(TradingSession.OPENING_AUCTION),
                        one.open(),
                        one.close().minus(TradingSession.CLOSING_AUCTION),
                        one.close(),
                        one.end()))
                .filter(boundary -> boundary.isAfter(at))
                .sorted()
                .findFirst();
        return inside.orElseGet(() -> beginOfNext(at));
    }

    private Instant beginOfNext(Instant at) {
        Instant begin = calendar.nextSession(hours, at).begin();
        return begin.isAfter(at) ? begin : at.plusSeconds(60);
    }

    private static Instant nextMidnight(Instant at) {
        return at.atZone(NEW_YORK)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(NEW_YORK)
                .toInstant();
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L), Math.floorMod(nanos, 1_000_000_000L));
    }

    private static long nanos(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000_000L), instant.getNano());
    }
}
