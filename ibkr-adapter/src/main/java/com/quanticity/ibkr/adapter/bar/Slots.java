package com.quanticity.ibkr.adapter.bar;

import com.quanticity.ibkr.model.market.Bar;
import java.time.Instant;

/** The five seconds of bars, numbered since 1970: clock changes move no bar. */
final class Slots {

    static final long PER_MINUTE = 60 / Bar.SECONDS;
    static final long PER_HOUR = 60 * PER_MINUTE;
    static final int PER_DAY = (int) (24 * PER_HOUR);

    private Slots() {}

    /** The slot that a moment lies in. */
    static long of(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), Bar.SECONDS);
    }

    /** The first slot that begins at a moment or later. */
    static long from(Instant at) {
        long slot = of(at);
        return start(slot).equals(at) ? slot : slot + 1;
    }

    static Instant start(long slot) {
        return Instant.ofEpochSecond(slot * Bar.SECONDS);
    }
}
