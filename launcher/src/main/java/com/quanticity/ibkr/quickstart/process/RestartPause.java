package com.quanticity.ibkr.quickstart.process;

import java.time.Duration;

/**
 * How long to wait before a dead process is started again.
 *
 * @param first after the first death
 * @param longest doubling stops here
 */
public record RestartPause(Duration first, Duration longest) {

    private static final Duration USUAL_LONGEST = Duration.ofSeconds(30);

    /** Starts at {@code first} and doubles up to 30 seconds, or up to {@code first} when that is longer. */
    public static RestartPause from(Duration first) {
        return new RestartPause(first, first.compareTo(USUAL_LONGEST) > 0 ? first : USUAL_LONGEST);
    }

    /** The pause after the given number of deaths in a row, counted from one. */
    public Duration after(int deaths) {
        Duration pause = first;
        for (int i = 1; i < deaths && pause.compareTo(longest) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
