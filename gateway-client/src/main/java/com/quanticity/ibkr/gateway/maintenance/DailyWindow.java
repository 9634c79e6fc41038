package com.quanticity.ibkr.gateway.maintenance;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A window of every day in a zone's own time.
 *
 * @param from when it begins
 * @param to when it ends; not later than {@code from} = on the next day
 * @param zone whose time
 */
public record DailyWindow(LocalTime from, LocalTime to, ZoneId zone) {

    private static final Pattern TEXT = Pattern.compile("(\\d\\d:\\d\\d)\\s*-\\s*(\\d\\d:\\d\\d)\\s+(\\S+)");

    /** @param text for example {@code 00:15-01:45 America/New_York} */
    public static DailyWindow of(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no daily window; write it as 00:15-01:45 America/New_York");
        }
        return new DailyWindow(
                LocalTime.parse(matcher.group(1)), LocalTime.parse(matcher.group(2)), ZoneId.of(matcher.group(3)));
    }

    @Override
    public String toString() {
        return from + "-" + to + " " + zone;
    }
}
