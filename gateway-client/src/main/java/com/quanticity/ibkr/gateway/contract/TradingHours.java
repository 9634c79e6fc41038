package com.quanticity.ibkr.gateway.contract;

import com.quanticity.ibkr.gateway.time.GatewayZones;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a contract trades, as its details tell for the next few days: sessions by start, from the first moment told about to the last.
 * Source: wire specification, README, formats of values.
 */
public final class TradingHours {

    /** Nothing is known of any moment. */
    public static final TradingHours UNKNOWN = new TradingHours(List.of());

    private static final Pattern DAY = Pattern.compile("(\\d{8}):(?:CLOSED|(\\d{4})-(\\d{8}):(\\d{4}))");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm");

    private final List<Span> told;

    /** A session, or a day without one. */
    private record Span(Instant from, Instant to, boolean isOpen) {
        boolean contains(Instant at) {
            return !at.isBefore(from) && at.isBefore(to);
        }
    }

    private TradingHours(List<Span> told) {
        this.told = List.copyOf(told);
    }

    /**
     * Reads trading or liquid hours.
     *
     * @param hours {@code YYYYMMDD:HHmm-YYYYMMDD:HHmm} or {@code YYYYMMDD:CLOSED}, separated by {@code ;}
     * @param zone as the gateway names it
     * @return unknown when a day or the zone cannot be read: no session that is there is overlooked
     */
    public static TradingHours parse(String hours, String zone) {
        Optional<ZoneId> known = GatewayZones.zone(zone);
        if (known.isEmpty()) {
            return UNKNOWN;
        }
        List<Span> told = new ArrayList<>();
        for (String day : hours.split(";")) {
            Matcher matcher = DAY.matcher(day.strip());
            if (!matcher.matches()) {
                return UNKNOWN;
            }
            try {
                told.add(span(matcher, known.get()));
            } catch (DateTimeParseException e) {
                return UNKNOWN;
            }
        }
        return new TradingHours(told);
    }

    /** True when the contract does not trade; false also when nothing is known of the moment. */
    public boolean isClosed(Instant at) {
        return !told.isEmpty()
                && !at.isBefore(told.getFirst().from())
                && at.isBefore(told.getLast().to())
                && told.stream().noneMatch(span -> span.isOpen() && span.contains(at));
    }

    /** True when the contract trades; false also when nothing is known of the moment. */
    public boolean isOpen(Instant at) {
        return told.stream().anyMatch(span -> span.isOpen() && span.contains(at));
    }

    private static Span span(Matcher day, ZoneId zone) {
        LocalDate date = date(day.group(1));
        return day.group(2) == null
                ? new Span(
                        date.atStartOfDay(zone).toInstant(),
                        date.plusDays(1).atStartOfDay(zone).toInstant(),
                        false)
                : new Span(at(date, day.group(2), zone), at(date(day.group(3)), day.group(4), zone), true);
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static Instant at(LocalDate date, String time, ZoneId zone) {
        return date.atTime(LocalTime.parse(time, TIME)).atZone(zone).toInstant();
    }
}
