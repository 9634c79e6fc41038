package com.quanticity.ibkr.console.freshness;

import java.time.Duration;
import java.util.Locale;

/** How long something took or lasts, in words: {@code 0.3 s}, {@code 42 s}, {@code 3 m 12 s}, {@code 3 h 12 m}. */
public final class Ages {

    private static final Duration TENTHS = Duration.ofSeconds(10);

    private Ages() {}

    /** Negative durations, by clocks that differ, read as zero. */
    public static String text(Duration age) {
        if (age.isNegative()) {
            return "0.0 s";
        }
        if (age.compareTo(TENTHS) < 0) {
            return String.format(Locale.ROOT, "%d.%d s", age.toSeconds(), age.toMillisPart() / 100);
        }
        if (age.toMinutes() == 0) {
            return age.toSeconds() + " s";
        }
        return age.toHours() == 0
                ? age.toMinutes() + " m " + age.toSecondsPart() + " s"
                : age.toHours() + " h " + age.toMinutesPart() + " m";
    }
}
