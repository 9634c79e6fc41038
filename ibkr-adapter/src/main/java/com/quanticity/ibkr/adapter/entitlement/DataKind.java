package com.quanticity.ibkr.adapter.entitlement;

/** Kinds of data that the broker grants or refuses one by one. */
public enum DataKind {
    LEVEL_1,
    /** Market depth, entitled for each exchange apart. */
    DEPTH,
    TICK_BY_TICK,
    /** Five-second bars. */
    REAL_TIME_BARS,
    /** Bars and ticks of the past. */
    HISTORY
}
