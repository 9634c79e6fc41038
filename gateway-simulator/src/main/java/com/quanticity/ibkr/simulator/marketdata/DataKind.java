package com.quanticity.ibkr.simulator.marketdata;

import java.util.Map;
import java.util.OptionalInt;

/** Which of the four kinds of data a line shows; the number is the one on the wire. */
enum DataKind {
    LIVE(1),
    /** The last values before the close. */
    FROZEN(2),
    DELAYED(3),
    DELAYED_FROZEN(4);

    /** Live tick types and what they are called when delayed. Source: tws-wire ticks.md, section 6. */
    private static final Map<Integer, Integer> DELAYED_TICKS = Map.ofEntries(
            Map.entry(0, 69),
            Map.entry(1, 66),
            Map.entry(2, 67),
            Map.entry(3, 70),
            Map.entry(4, 68),
            Map.entry(5, 71),
            Map.entry(6, 72),
            Map.entry(7, 73),
            Map.entry(8, 74),
            Map.entry(9, 75),
            Map.entry(10, 80),
            Map.entry(11, 81),
            Map.entry(12, 82),
            Map.entry(13, 83),
            Map.entry(14, 76),
            Map.entry(45, 88),
            Map.entry(49, 90),
            Map.entry(50, 103),
            Map.entry(51, 104));

    private final int code;

    DataKind(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    boolean isDelayed() {
        return this == DELAYED || this == DELAYED_FROZEN;
    }

    boolean isFrozen() {
        return this == FROZEN || this == DELAYED_FROZEN;
    }

    /** The tick type in which this kind shows a live one; empty when it does not show it. */
    OptionalInt tickType(int live) {
        if (!isDelayed()) {
            return OptionalInt.of(live);
        }
        Integer delayed = DELAYED_TICKS.get(live);
        return delayed == null ? OptionalInt.empty() : OptionalInt.of(delayed);
    }
}
