package com.quanticity.ibkr.benchmarks.simulator;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** How much later than the quickest row the others came, after the recording's own timing. Thread-safe. */
final class Lateness {

    private static final int MOST_MILLIS = 10_000;

    private final long rowNanos;
    private final int symbols;
    private final AtomicLong origin = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLongArray counts = new AtomicLongArray(MOST_MILLIS + 1);

    Lateness(LoadTape tape) {
        this.rowNanos = 1_000_000_000L / tape.perSecond();
        this.symbols = tape.symbols();
    }

    /** A row came; those of the first second settle what is on time. */
    void note(int symbol, int row) {
        long started = System.nanoTime() - row * rowNanos - rowNanos * symbol / symbols;
        if (row * rowNanos < 5_000_000_000L) {
            origin.accumulateAndGet(started, Math::min);
            return;
        }
        long millis = Math.max(0, (started - origin.get()) / 1_000_000);
        counts.incrementAndGet((int) Math.min(MOST_MILLIS, millis));
    }

    /** Milliseconds that this share of the rows was not later than. */
    int millis(double share) {
        long all = 0;
        for (int i = 0; i <= MOST_MILLIS; i++) {
            all += counts.get(i);
        }
        long below = 0;
        for (int i = 0; i <= MOST_MILLIS; i++) {
            below += counts.get(i);
            if (below >= all * share) {
                return i;
            }
        }
        return MOST_MILLIS;
    }
}
