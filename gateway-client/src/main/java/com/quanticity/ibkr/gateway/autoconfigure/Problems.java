package com.quanticity.ibkr.gateway.autoconfigure;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.convert.DurationStyle;

/** What is wrong with a configuration, one line each, each naming its key. */
final class Problems {

    private static final String PREFIX = "ibkr.gateway.";

    private Problems() {}

    static void requirePositive(List<String> problems, String key, Duration value) {
        if (value.isZero() || value.isNegative()) {
            problems.add(PREFIX + key + " must be positive, was " + text(value));
        }
    }

    static void requireAtLeastOne(List<String> problems, String key, int value) {
        if (value < 1) {
            problems.add(PREFIX + key + " must be 1 or more, was " + value);
        }
    }

    /** As it would be written in a configuration. */
    static String text(Duration value) {
        return DurationStyle.SIMPLE.print(value);
    }
}
