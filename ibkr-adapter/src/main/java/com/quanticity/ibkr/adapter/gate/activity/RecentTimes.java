package com.quanticity.ibkr.adapter.gate.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** Times of the last events, oldest first; those older than the longest window are let go. */
final class RecentTimes {

    private static final long LONGEST_MILLIS = Duration.ofHours(1).toMillis();
    private static final int SMALLEST = 8;

    private long[] times = new long[SMALLEST];
    private int size;

    void add(Instant at) {
        long millis = at.toEpochMilli();
        letGoBefore(millis - LONGEST_MILLIS);
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
        }
        int place = size;
        while (place > 0 && times[place - 1] > millis) {
            times[place] = times[place - 1];
            place--;
        }
        times[place] = millis;
        size++;
    }

    /** Events within a window that ends now. */
    int count(Instant now, Duration window) {
        long from = now.toEpochMilli() - window.toMillis();
        int place = size;
        while (place > 0 && times[place - 1] > from) {
            place--;
        }
        return size - place;
    }

    /** Lets go of everything up to a time. */
    void forgetUntil(Instant at) {
        letGoBefore(at.toEpochMilli() + 1);
    }

    private void letGoBefore(long millis) {
        int old = 0;
        while (old < size && times[old] < millis) {
            old++;
        }
        if (old > 0) {
            System.arraycopy(times, old, times, 0, size - old);
            size -= old;
        }
    }
}
