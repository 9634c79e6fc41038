package com.quanticity.ibkr.replay.run;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** When a recorded time is due: on an absolute schedule from the first row on, so that delays do not add up. */
final class Pace {

    private static final long LONGEST_SLEEP_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Instant first;
    private final long startNanos = System.nanoTime();
    private final double speed;

    /** @param speed recorded seconds a second, null for as fast as possible */
    Pace(Instant first, @Nullable BigDecimal speed) {
        this.first = first;
        this.speed = speed == null ? Double.POSITIVE_INFINITY : speed.doubleValue();
    }

    boolean isDue(Instant recorded) {
        return nanosUntil(recorded) <= 0;
    }

    /** Returns when the time is due, or soon after the run was stopped. */
    void await(Instant recorded, BooleanSupplier stopped) throws InterruptedException {
        for (long wait = nanosUntil(recorded); wait > 0 && !stopped.getAsBoolean(); wait = nanosUntil(recorded)) {
            TimeUnit.NANOSECONDS.sleep(Math.min(wait, LONGEST_SLEEP_NANOS));
        }
    }

    private long nanosUntil(Instant recorded) {
        double offset = Duration.between(first, recorded).toNanos() / speed;
        return (long) offset - (System.nanoTime() - startNanos);
    }
}
