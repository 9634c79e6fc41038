package com.quanticity.ibkr.gateway.maintenance;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A moment of every week. */
public record WeeklyTime(DayOfWeek day, LocalTime time) {

    private static final Pattern TEXT = Pattern.compile("([A-Za-z]{3})[A-Za-z]*\\s+(\\d\\d:\\d\\d)");

    /** @param text for example {@code SUN 01:00} */
    public static WeeklyTime of(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (matcher.matches()) {
            String start = matcher.group(1).toUpperCase(Locale.ROOT);
            for (DayOfWeek day : DayOfWeek.values()) {
                if (day.name().startsWith(start)) {
                    return new WeeklyTime(day, LocalTime.parse(matcher.group(2)));
                }
            }
        }
        throw new IllegalArgumentException("'" + text + "' is no time of the week; write it as SUN 01:00");
    }

    @Override
    public String toString() {
        return day.name().substring(0, 3) + " " + time;
    }
}
