package com.quanticity.ibkr.simulator.marketdata;

import java.util.Arrays;
import java.util.Optional;

/** What five-second bars are made of; the names are those of the wire. */
enum BarKind {
    TRADES,
    BID,
    ASK,
    MIDPOINT;

    static Optional<BarKind> of(String text) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(text)).findFirst();
    }
}
