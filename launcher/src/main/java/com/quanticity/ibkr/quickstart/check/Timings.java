package com.quanticity.ibkr.quickstart.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How long each step took, in the order of the steps. */
final class Timings {

    private final Map<String, Long> millis = new LinkedHashMap<>();

    /** Notes a step that began at this {@link System#nanoTime} and has just ended. */
    void put(String step, long begin) {
        millis.put(step + "Millis", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
    }

    Map<String, Long> millis() {
        return millis;
    }

    CheckFailedException failed(String step, String message) {
        return new CheckFailedException(step, message, new LinkedHashMap<>(millis));
    }
}
