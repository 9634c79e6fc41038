package com.quanticity.ibkr.simulator.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The trading hours of all kinds of instruments, as they are or pretended to be always open.
 *
 * <p>Even an always open calendar knows the real sessions: they are what contract details tell.
 */
public final class TradingCalendar {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyyMMdd:HHmm");

    /** Longer than any closure: nothing rests for more than four days in a row. */
    private static final int SEARCH_DAYS = 10;

    private final boolean alwaysOpen;

    private TradingCalendar(boolean alwaysOpen) {
        this.alwaysOpen = alwaysOpen;
    }

    /** Everything is in its regular hours at any time. */
    public static TradingCalendar alwaysOpen() {
        return new TradingCalendar(true);
    }

    /** Weekends, holidays, early closes and extended hours as in New York. */
    public static TradingCalendar real() {
        return new TradingCalendar(false);
    }

    public boolean isAlwaysOpen() {
        return alwaysOpen;
    }

    /** What the market does at a moment; halts of one instrument are not known here. */
    public MarketPhase phaseAt(TradingHours hours, Instant at) {
        return alwaysOpen
                ? MarketPhase.REGULAR
                : sessionAt(hours, at).map(session -> session.phaseAt(at)).orElse(MarketPhase.CLOSED);
    }

    /** The real session that contains a moment, extended hours included; empty when the market rests. */
    public Optional<TradingSession> sessionAt(TradingHours hours, Instant at) {
        LocalDate today = dateOf(at);
        return Stream.of(today, today.plusDays(1))
                .flatMap(date -> hours.sessionOf(date).stream())
                .filter(session -> session.contains(at))
                .findFirst();
    }

    /** The real session of a trading date; empty on closed days. */
    public Optional<TradingSession> sessionOf(TradingHours hours, LocalDate date) {
        return hours.sessionOf(date);
    }

    /** The next real session whose regular hours begin after a moment. */
    public TradingSession nextSession(TradingHours hours, Instant after) {
        LocalDate today = dateOf(after);
        return IntStream.range(0, SEARCH_DAYS)
                .mapToObj(today::plusDays)
                .flatMap(date -> hours.sessionOf(date).stream())
                .filter(session -> session.open().isAfter(after))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no session of " + hours + " follows " + after));
    }

    /** The last real session whose regular hours ended at or before a moment. */
    public TradingSession lastSession(TradingHours hours, Instant before) {
        LocalDate today = dateOf(before);
        return IntStream.range(0, SEARCH_DAYS)
                .mapToObj(today::minusDays)
                .flatMap(date -> hours.sessionOf(date).stream())
                .filter(session -> !session.close().isAfter(before))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no session of " + hours + " precedes " + before));
    }

    /**
     * The sessions of some days as contract details spell them: {@code 20260302:0400-20260302:2000;20260303:CLOSED}.
     *
     * @param liquid the regular hours only
     * @param zone in which the times are written
     */
    public String text(TradingHours hours, LocalDate from, int days, boolean liquid, ZoneId zone) {
        return IntStream.range(0, days)
                .mapToObj(from::plusDays)
                .map(date -> hours.sessionOf(date)
                        .map(session -> liquid
                                ? span(session.open(), session.close(), zone)
                                : span(session.begin(), session.end(), zone))
                        .orElseGet(() -> DAY.format(date) + ":CLOSED"))
                .collect(Collectors.joining(";"));
    }

    private static String span(Instant from, Instant to, ZoneId zone) {
        return MINUTE.format(from.atZone(zone)) + "-" + MINUTE.format(to.atZone(zone));
    }

    /** The date in New York. */
    public static LocalDate dateOf(Instant at) {
        return at.atZone(TradingHours.NEW_YORK).toLocalDate();
    }
}
