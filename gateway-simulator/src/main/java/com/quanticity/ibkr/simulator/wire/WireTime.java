package com.quanticity.ibkr.simulator.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The protocol's texts for times. The exchanges' zone is New York; what a client writes without a zone, and which day is
 * the current one in its queries, goes by the login zone. Source: tws-wire README, section 8; orders.md, section 6.
 */
public final class WireTime {

    public static final String ZONE_NAME = "US/Eastern";
    public static final ZoneId ZONE = ZoneId.of("America/New_York");

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("yyyyMMdd HH:mm:ss");
    private static final Pattern GIVEN = Pattern.compile("(\\d{8})(-| +)(\\d{2}:\\d{2}:\\d{2})(?: +(\\S.*))?");

    private WireTime() {}

    /** {@code 20260415 11:37:37 US/Eastern}. */
    public static String zoned(Instant instant) {
        return DAY_AND_TIME.format(instant.atZone(ZONE)) + " " + ZONE_NAME;
    }

    /** {@code 20260415 17:37:37 Europe/Berlin}. */
    public static String zoned(Instant instant, LoginZone login) {
        return DAY_AND_TIME.format(instant.atZone(login.zone())) + " " + login.name();
    }

    /** Midnight with which a zone's day began. */
    public static Instant startOfDay(Instant now, ZoneId zone) {
        return now.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }

    /** Midnight with which a zone's next day begins. */
    public static Instant startOfNextDay(Instant now, ZoneId zone) {
        return now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
    }

    /**
     * A time a client gave.
     *
     * @param hasZone false when the login zone was taken, of which the client is warned
     */
    public record Given(Instant instant, boolean hasZone) {}

    /** Reads both request spellings: with a dash UTC, with a blank and a zone (the login zone without one). */
    public static Optional<Given> parse(String text, ZoneId loginZone) {
        Matcher given = GIVEN.matcher(text);
        if (!given.matches()) {
            return Optional.empty();
        }
        try {
            LocalDateTime local = LocalDateTime.parse(given.group(1) + " " + given.group(3), DAY_AND_TIME);
            boolean isUtc = given.group(2).equals("-");
            String zone = given.group(4);
            ZoneId applied = zone != null ? LoginZone.of(zone).zone() : isUtc ? ZoneOffset.UTC : loginZone;
            return Optional.of(new Given(local.atZone(applied).toInstant(), isUtc || zone != null));
        } catch (DateTimeException | IllegalArgumentException notATime) {
            return Optional.empty();
        }
    }
}
