package com.quanticity.ibkr.model.order;

import java.util.Arrays;
import java.util.Optional;

/** How long an order lives; {@link Lifetime} has the times. */
public enum TimeInForce {
    DAY("DAY"),
    GOOD_TILL_CANCELLED("GTC"),
    IMMEDIATE_OR_CANCEL("IOC"),
    FILL_OR_KILL("FOK"),
    GOOD_TILL_DATE("GTD"),
    AT_THE_OPENING("OPG");

    private final String wireCode;

    TimeInForce(String wireCode) {
        this.wireCode = wireCode;
    }

    /** The broker's spelling. */
    public String wireCode() {
        return wireCode;
    }

    /** Empty for one this platform does not send. */
    public static Optional<TimeInForce> ofWireCode(String code) {
        return Arrays.stream(values()).filter(tif -> tif.wireCode.equals(code)).findFirst();
    }
}
