package com.quanticity.ibkr.simulator;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Where the market of a simulator comes from. */
public sealed interface MarketSource {

    /** A made-up market of ten US symbols; the same seed makes the same market. */
    record Generated(long seed) implements MarketSource {}

    /**
     * Recorded quotes and trades, played from the first market-data subscription on.
     *
     * @param folder holds {@code quotes/} and {@code trades/}
     * @param date New York trading date, null for the earliest in the folder
     * @param from New York time of day; the last state before it is the initial one
     * @param speed market seconds in one real second, above zero
     */
    record Recorded(Path folder, @Nullable LocalDate date, LocalTime from, double speed) implements MarketSource {

        /** The start of regular trading. */
        public static final LocalTime OPENING = LocalTime.of(9, 30);

        public Recorded {
            if (!(speed > 0) || Double.isInfinite(speed)) {
                throw new IllegalArgumentException("speed must be above zero, not " + speed);
            }
        }

        /** The earliest day in the folder, from the opening on, at real speed. */
        public static Recorded of(Path folder) {
            return new Recorded(folder, null, OPENING, 1);
        }

        /** The same at another speed. */
        public Recorded atSpeed(double other) {
            return new Recorded(folder, date, from, other);
        }
    }
}
