package com.quanticity.ibkr.simulator.matching.terms;

import java.util.Optional;
import java.util.stream.Stream;

/** How long an order lives, with the protocol's spelling. */
public enum TimeInForce {
    DAY("DAY"),
    GTC("GTC"),
    IOC("IOC"),
    FOK("FOK"),
    GTD("GTD"),
    OPG("OPG"),
    DTC("DTC"),
    AUC("AUC"),
    GTX("GTX"),
    GTT("GTT"),
    MINUTES("Minutes");

    private final String wireText;

    TimeInForce(String wireText) {
        this.wireText = wireText;
    }

    public String wireText() {
        return wireText;
    }

    /** Whether the order goes on after its trading day. */
    public boolean outlivesTheDay() {
        return this == GTC || this == GTD || this == GTT;
    }

    /** Whether the order trades at once or not at all. */
    public boolean isImmediate() {
        return this == IOC || this == FOK;
    }

    public static Optional<TimeInForce> of(String wireText) {
        return Stream.of(values())
                .filter(each -> each.wireText.equals(wireText))
                .findFirst();
    }
}
