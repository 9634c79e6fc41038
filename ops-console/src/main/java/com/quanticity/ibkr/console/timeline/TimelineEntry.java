package com.quanticity.ibkr.console.timeline;

import com.quanticity.ibkr.console.freshness.Level;
import java.time.Instant;

/**
 * One line of the timeline.
 *
 * @param key the same for the same fact, so that it shows once
 * @param at when it happened
 * @param kind what it is about
 * @param level how much it asks of a person
 * @param text one line
 */
public record TimelineEntry(String key, Instant at, Kind kind, Level level, String text) {

    /** What a line is about. */
    public enum Kind {
        STATE,
        SESSION,
        ALARM,
        COMMAND
    }

    public static TimelineEntry state(String key, Instant at, String text) {
        return new TimelineEntry(key, at, Kind.STATE, Level.NORMAL, text);
    }

    public static TimelineEntry command(String key, Instant at, String text) {
        return new TimelineEntry(key, at, Kind.COMMAND, Level.NORMAL, text);
    }
}
