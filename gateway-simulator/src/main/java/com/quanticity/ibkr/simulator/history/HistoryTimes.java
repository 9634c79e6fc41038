package com.quanticity.ibkr.simulator.history;

import com.quanticity.ibkr.simulator.past.Instrument;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The times of historical requests and answers. Source: tws-wire README, section 8. */
final class HistoryTimes {

    private static final DateTimeFormatter WITH_BLANK = DateTimeFormatter.ofPattern("yyyyMMdd HH:mm:ss");
    private static final DateTimeFormatter WITH_DASH = DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss");
    private static final Pattern GIVEN = Pattern.compile("(\\d{8})(-| +)(\\d{2}:\\d{2}:\\d{2})(?: +(\\S.*))?");

    private HistoryTimes() {}

    /**
     * A time a client gave.
     *
     * @param hasZone false when the login zone was taken, of which the client is warned
     */
    record Given(Instant instant, boolean hasZone) {}

    /** Reads {@code 20260412-12:00:00} (UTC) and {@code 20260412 12:00:00 US/Eastern}, the zone being optional. */
    static Optional<Given> parse(String text, ZoneId loginZone) {
        Matcher given = GIVEN.matcher(text);
        if (!given.matches()) {
            return Optional.empty();
        }
        try {
            LocalDateTime local = LocalDateTime.parse(given.group(1) + " " + given.group(3), WITH_BLANK);
            boolean isUtc = given.group(2).equals("-");
            String zone = given.group(4);
            ZoneId applied = zone != null ? ZoneId.of(zone, ZoneId.SHORT_IDS) : isUtc ? ZoneOffset.UTC : loginZone;
            return Optional.of(new Given(local.atZone(applied).toInstant(), isUtc || zone != null));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    static String zoned(Instant instant, Instrument instrument) {
        return WITH_BLANK.format(instant.atZone(instrument.zone())) + " " + instrument.zoneName();
    }

    static String utc(long second) {
        return WITH_DASH.format(Instant.ofEpochSecond(second).atZone(ZoneOffset.UTC));
    }

    static String local(Instant instant, Instrument instrument) {
        return WITH_DASH.format(instant.atZone(instrument.zone()));
    }

    static String day(LocalDate date) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(date);
    }
}
