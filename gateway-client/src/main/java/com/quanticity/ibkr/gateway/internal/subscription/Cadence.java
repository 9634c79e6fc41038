package com.quanticity.ibkr.gateway.internal.subscription;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long the data of one stream pauses when all is well, learned from the pauses it made: so long that only one in a thousand was
 * longer. What is old counts less and less, so that a thin hour after a busy one is learned too. Confined to one thread.
 */
final class Cadence {

    /** Pauses needed before anything is said. */
    private static final int ENOUGH = 200;

    private static final int FORGET_AT = 4_000;
    private static final double LONGER_ONES = 0.001;

    /** Bounds double from 1 ms: 23 of them reach beyond an hour. */
    private static final int BUCKETS = 23;

    private final int[] counts = new int[BUCKETS];
    private int total;

    /** A pause between data that ended by itself. */
    void onPause(long nanos) {
        counts[bucket(nanos)]++;
        if (++total >= FORGET_AT) {
            forgetHalf();
        }
    }

    /** The pause that is still usual, rounded up to its bucket; null until enough is known. */
    @Nullable Duration usual() {
        if (total < ENOUGH) {
            return null;
        }
        int longer = (int) (total * LONGER_ONES);
        int bucket = BUCKETS - 1;
        for (int seen = counts[bucket]; seen <= longer && bucket > 0; seen += counts[bucket]) {
            bucket--;
        }
        return Duration.ofMillis(1L << bucket);
    }

    private static int bucket(long nanos) {
        long millis = nanos / 1_000_000;
        return Math.min(BUCKETS - 1, 64 - Long.numberOfLeadingZeros(millis));
    }

    private void forgetHalf() {
        total = 0;
        for (int i = 0; i < BUCKETS; i++) {
            counts[i] /= 2;
            total += counts[i];
        }
    }
}
