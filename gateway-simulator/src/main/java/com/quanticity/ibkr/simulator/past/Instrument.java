package com.quanticity.ibkr.simulator.past;

import com.quanticity.ibkr.simulator.calendar.TradingCalendar;
import com.quanticity.ibkr.simulator.calendar.TradingHours;
import com.quanticity.ibkr.simulator.calendar.TradingSession;
import com.quanticity.ibkr.simulator.contract.Derivation;
import com.quanticity.ibkr.simulator.contract.ListedContract;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A contract and what its security type means for its history. */
public record Instrument(ListedContract contract, String securityType, TradingHours hours) {

    public static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final TradingCalendar CALENDAR = TradingCalendar.real();

    /** Nothing rests for more than four days in a row. */
    private static final int SEARCH_DAYS = 10;

    public static Instrument of(ListedContract contract) {
        String type = contract.secType();
        return new Instrument(contract, type, TradingHours.ofSecurityType(type));
    }

    public String symbol() {
        return contract.localSymbol();
    }

    /** The zone in which its bars are dated. */
    public ZoneId zone() {
        return isFromChicago() ? CHICAGO : NEW_YORK;
    }

    public String zoneName() {
        return isFromChicago() ? "US/Central" : "US/Eastern";
    }

    private boolean isFromChicago() {
        return contract.exchange().equals("CME");
    }

    /** After its last session nothing happens any more, epoch second; never for what does not expire. */
    public long expiry() {
        Derivation terms = contract.derivation();
        return terms == null
                ? Long.MAX_VALUE
                : terms.expiry().plusDays(1).atStartOfDay(NEW_YORK).toEpochSecond();
    }

    /** The smallest price step in {@link Units}. */
    public long tick() {
        return Units.of(contract.minTick());
    }

    public boolean hasTrades() {
        return !securityType.equals("CASH");
    }

    /** Whether its volume says something: an index is only calculated. */
    public boolean hasVolume() {
        return hasTrades() && !securityType.equals("IND");
    }

    public Optional<TradingSession> session(LocalDate date) {
        return CALENDAR.sessionOf(hours, date);
    }

    /** The session that contains a moment, extended hours included. */
    public @Nullable TradingSession sessionAt(long second) {
        return CALENDAR.sessionAt(hours, Instant.ofEpochSecond(second)).orElse(null);
    }

    /** The session that contains a moment or else the last one before it, extended hours included. */
    public TradingSession sessionAtOrBefore(long second) {
        Instant at = Instant.ofEpochSecond(second);
        LocalDate date = TradingCalendar.dateOf(at).plusDays(1);
        for (int i = 0; i <= SEARCH_DAYS; i++) {
            Optional<TradingSession> session = session(date.minusDays(i));
            if (session.isPresent() && !session.get().begin().isAfter(at)) {
                return session.get();
            }
        }
        throw new IllegalStateException("no session of " + hours + " precedes " + at);
    }

    /** The session before one. */
    public TradingSession before(TradingSession session) {
        return next(session.date(), -1);
    }

    /** The session after one. */
    public TradingSession after(TradingSession session) {
        return next(session.date(), 1);
    }

    /** The first session of a later date. */
    public TradingSession afterDate(LocalDate date) {
        return next(date, 1);
    }

    private TradingSession next(LocalDate from, int direction) {
        for (int i = 1; i <= SEARCH_DAYS; i++) {
            Optional<TradingSession> session = session(from.plusDays((long) direction * i));
            if (session.isPresent()) {
                return session.get();
            }
        }
        throw new IllegalStateException("no session of " + hours + " near " + from);
    }

    /** The trading date a moment belongs to: that of its session, else the date in New York. */
    public LocalDate dateOf(long second) {
        TradingSession session = sessionAt(second);
        return session == null ? TradingCalendar.dateOf(Instant.ofEpochSecond(second)) : session.date();
    }
}
