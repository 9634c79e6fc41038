package com.quanticity.ibkr.console.freshness;

/** What a datum's age says about it. A stale one keeps its last value and says how old it is. */
public enum Freshness {
    FRESH,
    CAUTION,
    STALE
}
