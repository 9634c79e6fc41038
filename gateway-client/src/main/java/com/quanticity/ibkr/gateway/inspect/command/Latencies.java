package com.quanticity.ibkr.gateway.inspect.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Least, middle and most of some durations. */
final class Latencies {

    private static final double NANOS_PER_MILLI = 1e6;

    private final List<Duration> values = new ArrayList<>();

    void add(Duration value) {
        values.add(value);
    }

    static String text(Duration value) {
        return String.format(Locale.ROOT, "%.3f ms", value.toNanos() / NANOS_PER_MILLI);
    }

    @Override
    public String toString() {
        List<Duration> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return "min " + text(sorted.getFirst()) + ", median " + text(sorted.get(sorted.size() / 2)) + ", max "
                + text(sorted.getLast()) + " of " + sorted.size();
    }
}
