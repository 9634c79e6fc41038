package com.quanticity.ibkr.simulator.session;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The protocol's texts for times. The login zone and the exchanges' zone are New York. */
public final class WireTime {

    public static final String ZONE_NAME = "US/Eastern";
    public static final ZoneId ZONE = ZoneId.of("America/New_York");

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("yyyyMMdd HH:mm:ss");
    private static final Pattern GIVEN = Pattern.compile("(\\d{8})([- ])(\\d{2}:\\d{2}:\\d{2})(?: (.+))?");

    private WireTime() {}

    /** {@code 20260415 11:37:37 US/Eastern}. */
    public static String zoned(Instant instant) {
        return DAY_AND_TIME.format(instant.atZone(ZONE)) + " " + ZONE_NAME;
    }

    /** {@code 20260415 17:37:37 Europe/Berlin}. */
    public static String zoned(Instant instant, LoginZone login) {
        return DAY_AND_TIME.format(instant.atZone(login.zone())) + " " + login.name();
    }

    /** Midnight of the login zone's day. */
    public static Instant startOfDay(Instant now) {
        return now.atZone(ZONE).toLocalDate().atStartOfDay(ZONE).toInstant();
    }

    /** Midnight after which the login zone's next day starts. */
    public static Instant startOfNextDay(Instant now) {
        return now.atZone(ZONE).toLocalDate().plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    /** Reads both request spellings: with a dash UTC, with a blank and a zone (the login zone without one). */
    public static Optional<Instant> parse(String text) {
        Matcher given = GIVEN.matcher(text);
        if (!given.matches()) {
            return Optional.empty();
        }
        try {
            LocalDateTime local = LocalDateTime.parse(given.group(1) + " " + given.group(3), DAY_AND_TIME);
            return Optional.of(local.atZone(zone(given)).toInstant());
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    private static ZoneId zone(Matcher given) {
        if (given.group(2).equals("-")) {
            return ZoneOffset.UTC;
        }
        return given.group(4) == null ? ZONE : ZoneId.of(given.group(4));
    }
}
