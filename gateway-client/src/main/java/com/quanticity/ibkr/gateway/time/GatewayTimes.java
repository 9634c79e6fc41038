package com.quanticity.ibkr.gateway.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads every form of time the broker writes, strictly. The host's zone plays no part: a text whose zone is missing, not known or
 * ambiguous at that moment becomes {@link GatewayTime.Unknown}, because an hour wrong is worse than no time. In the hour that clocks
 * repeat the earlier moment is taken; a time that clocks skip does not exist.
 *
 * <p>Source: wire specification, README section 8.
 */
public final class GatewayTimes {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern DATE_TIME =
            Pattern.compile("(\\d{8})( +|-)(\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?)(?: *(Z)| +(\\S.*))?");
    private static final Pattern DATE = Pattern.compile("\\d{8}");
    private static final Pattern EPOCH_SECONDS = Pattern.compile("\\d{9,10}");
    private static final Pattern EPOCH_MILLIS = Pattern.compile("\\d{12,13}");
    private static final Pattern TIME_OF_DAY = Pattern.compile("\\d\\d:\\d\\d(?::\\d\\d)?");

    private GatewayTimes() {}

    /** A text that carries its zone: a named one, {@code Z}, or a dash between date and time, which means UTC. */
    public static GatewayTime parse(String text) {
        return parse(text, null);
    }

    /** A text of a field whose zone stands elsewhere: without a zone of its own, dash or not, it is in that zone. */
    public static GatewayTime parseIn(String text, ZoneId fieldZone) {
        return parse(text, fieldZone);
    }

    private static GatewayTime parse(String text, @Nullable ZoneId fieldZone) {
        String stripped = text.strip();
        try {
            Matcher dateTime = DATE_TIME.matcher(stripped);
            if (dateTime.matches()) {
                return dateTime(text, dateTime, fieldZone);
            }
            return withoutSeparator(text, stripped);
        } catch (DateTimeException e) {
            return new GatewayTime.Unknown(text, "no such date or time");
        }
    }

    private static GatewayTime withoutSeparator(String text, String stripped) {
        if (DATE.matcher(stripped).matches()) {
            return new GatewayTime.Day(LocalDate.parse(stripped, DAY));
        }
        if (EPOCH_SECONDS.matcher(stripped).matches()) {
            return new GatewayTime.Moment(Instant.ofEpochSecond(Long.parseLong(stripped)));
        }
        if (EPOCH_MILLIS.matcher(stripped).matches()) {
            return new GatewayTime.Moment(Instant.ofEpochMilli(Long.parseLong(stripped)));
        }
        if (TIME_OF_DAY.matcher(stripped).matches()) {
            return new GatewayTime.TimeOfDay(LocalTime.parse(stripped));
        }
        return new GatewayTime.Unknown(text, stripped.isEmpty() ? "empty" : "not a form of time");
    }

    private static GatewayTime dateTime(String text, Matcher parts, @Nullable ZoneId fieldZone) {
        LocalDateTime local = LocalDateTime.of(LocalDate.parse(parts.group(1), DAY), LocalTime.parse(parts.group(3)));
        boolean dashed = parts.group(2).equals("-");
        String zone = parts.group(4) == null ? parts.group(5) : "UTC";
        if (zone != null) {
            return named(text, local, zone);
        }
        if (fieldZone != null) {
            return at(text, local, fieldZone);
        }
        return dashed ? at(text, local, ZoneOffset.UTC) : new GatewayTime.Unknown(text, "no zone");
    }

    private static GatewayTime named(String text, LocalDateTime local, String zone) {
        ZoneOffset offset = GatewayZones.offset(zone.strip(), local);
        return offset == null
                ? new GatewayTime.Unknown(text, "zone '" + zone + "' is unknown or ambiguous at that time")
                : new GatewayTime.Moment(local.toInstant(offset));
    }

    private static GatewayTime at(String text, LocalDateTime local, ZoneId zone) {
        ZoneOffset offset = GatewayZones.offset(zone, local);
        return offset == null
                ? new GatewayTime.Unknown(text, "the clocks of " + zone + " skip that time")
                : new GatewayTime.Moment(local.toInstant(offset));
    }
}
