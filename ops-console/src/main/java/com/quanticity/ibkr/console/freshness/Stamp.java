package com.quanticity.ibkr.console.freshness;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A time on the page. The browser shows its age and keeps it running.
 *
 * @param at when, UTC
 * @param expectation how old it may be, null when it may be of any age
 */
public record Stamp(Instant at, @Nullable Expectation expectation) {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** A time whose age says nothing about its worth. */
    public static Stamp of(Instant at) {
        return new Stamp(at, null);
    }

    public static @Nullable Stamp ofNullable(@Nullable Instant at, @Nullable Expectation expectation) {
        return at == null ? null : new Stamp(at, expectation);
    }

    public long millis() {
        return at.toEpochMilli();
    }

    /** {@code 14:03:27}, UTC. */
    public String clock() {
        return CLOCK.format(at);
    }

    public String iso() {
        return at.toString();
    }

    /** Milliseconds, null when it has no expectation: the template then leaves the attribute out. */
    public @Nullable Long cautionMillis() {
        return expectation == null ? null : expectation.caution().toMillis();
    }

    public @Nullable Long staleMillis() {
        return expectation == null ? null : expectation.stale().toMillis();
    }
}
