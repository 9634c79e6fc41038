package com.quanticity.ibkr.execution.algo.schedule;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * As much as the market usually trades at that time of day. A profile that does not cover the window is refused: there is no fallback.
 *
 * @param window when it trades
 * @param profile of past days
 */
public record Vwap(Window window, VolumeProfile profile) implements Schedule {

    /** Fewest days of history that make a profile. */
    public static final int FEWEST_DAYS = 5;

    public Vwap {
        List<String> lacks = profile.lacks(window, FEWEST_DAYS);
        if (!lacks.isEmpty()) {
            throw new IllegalArgumentException(lacks.getFirst());
        }
    }

    @Override
    public BigDecimal due(Progress progress, Instant now) {
        return progress.target().multiply(profile.shareBy(window, now));
    }

    /** At the next bucket; between two buckets it grows evenly and whoever asks earlier gets more. */
    @Override
    public @Nullable Instant nextChange(Instant now) {
        Instant next = profile.nextBucket(now);
        return next.isBefore(window.end()) ? next : window.end();
    }
}
