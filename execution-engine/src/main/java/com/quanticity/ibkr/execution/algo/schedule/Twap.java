package com.quanticity.ibkr.execution.algo.schedule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Equal slices at equal distances, each begun a little late by chance, so that nobody can set a clock by us. The chance comes from the
 * seed alone: the same parameters give the same instants after a restart. What a slice did not get done is due with the next one.
 *
 * @param window when it trades
 * @param slices number of slices, 1 to {@value #MOST_SLICES}
 * @param jitterPercent latest begin of a slice, in percent of its length, 0 to {@value #MOST_JITTER}
 * @param seed of the chance
 */
public record Twap(Window window, int slices, int jitterPercent, long seed) implements Schedule {

    private static final int MOST_SLICES = 10_000;
    private static final int MOST_JITTER = 90;

    public Twap {
        if (slices < 1 || slices > MOST_SLICES) {
            throw new IllegalArgumentException("slices must be 1 to " + MOST_SLICES + ", were " + slices);
        }
        if (jitterPercent < 0 || jitterPercent > MOST_JITTER) {
            throw new IllegalArgumentException("jitter must be 0 to " + MOST_JITTER + " percent, was " + jitterPercent);
        }
        if (window.length().dividedBy(slices).toMillis() < 1) {
            throw new IllegalArgumentException(
                    "a slice must last a millisecond, take fewer than " + slices + " slices");
        }
    }

    @Override
    public BigDecimal due(Progress progress, Instant now) {
        return progress.target()
                .multiply(BigDecimal.valueOf(begun(now)))
                .divide(BigDecimal.valueOf(slices), Lot.WORKING_DECIMALS, RoundingMode.DOWN);
    }

    @Override
    public @Nullable Instant nextChange(Instant now) {
        int begun = begun(now);
        return begun == slices ? null : beginOf(begun);
    }

    /** When a slice, counted from 0, is due. Rises strictly with the slice. */
    Instant beginOf(int slice) {
        Duration length = window.length().dividedBy(slices);
        long latest = length.toMillis() * jitterPercent / 100;
        long late = latest == 0 ? 0 : new SplittableRandom(seed + slice).nextLong(latest);
        return window.start().plus(length.multipliedBy(slice)).plusMillis(late);
    }

    private int begun(Instant now) {
        if (now.isBefore(window.start())) {
            return 0;
        }
        Duration length = window.length().dividedBy(slices);
        int slice = (int)
                Math.min(slices - 1L, Duration.between(window.start(), now).dividedBy(length));
        return now.isBefore(beginOf(slice)) ? slice : slice + 1;
    }
}
