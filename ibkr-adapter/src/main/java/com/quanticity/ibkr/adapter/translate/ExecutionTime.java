package com.quanticity.ibkr.adapter.translate;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The gateway's execution time, {@code 20260413 15:27:04 US/Eastern} or {@code 20260413-19:27:04} (UTC). A text without a zone, or with
 * a short name such as EST that means different offsets to different people, is unreadable: an hour wrong is worse than no time.
 * Source: wire specification, EXECUTION_DATA; captures 12 and 32.
 */
final class ExecutionTime {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd HH:mm:ss");
    private static final Pattern ZONED = Pattern.compile("(\\d{8}) +(\\d\\d:\\d\\d:\\d\\d) +(\\S+)");
    private static final Pattern DASHED = Pattern.compile("(\\d{8})-(\\d\\d:\\d\\d:\\d\\d)(?: +UTC)?");

    private ExecutionTime() {}

    /** Null when the text cannot be read without guessing. */
    static @Nullable Instant parse(String text) {
        try {
            Matcher dashed = DASHED.matcher(text.strip());
            if (dashed.matches()) {
                return local(dashed).toInstant(ZoneOffset.UTC);
            }
            Matcher zoned = ZONED.matcher(text.strip());
            return zoned.matches() && isUnambiguous(zoned.group(3))
                    ? at(local(zoned), ZoneId.of(zoned.group(3)))
                    : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** In the hour that the clocks repeat the earlier instant is taken; a time that the clocks skip does not exist. */
    private static @Nullable Instant at(LocalDateTime local, ZoneId zone) {
        return zone.getRules().getValidOffsets(local).isEmpty()
                ? null
                : local.atZone(zone).toInstant();
    }

    private static LocalDateTime local(Matcher matcher) {
        return LocalDateTime.parse(matcher.group(1) + " " + matcher.group(2), LOCAL);
    }

    private static boolean isUnambiguous(String zone) {
        return zone.indexOf('/') > 0 || zone.equals("UTC") || zone.equals("GMT");
    }
}
