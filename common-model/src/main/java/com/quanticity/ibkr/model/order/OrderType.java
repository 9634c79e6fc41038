package com.quanticity.ibkr.model.order;

import java.util.Arrays;
import java.util.Optional;

/** How an order is priced; {@link OrderTerms} has the prices. */
public enum OrderType {
    MARKET("MKT"),
    LIMIT("LMT"),
    STOP("STP"),
    STOP_LIMIT("STP LMT"),
    TRAIL("TRAIL"),
    TRAIL_LIMIT("TRAIL LIMIT"),
    MARKET_IF_TOUCHED("MIT"),
    LIMIT_IF_TOUCHED("LIT"),
    MARKET_ON_CLOSE("MOC"),
    LIMIT_ON_CLOSE("LOC"),
    MARKET_TO_LIMIT("MTL"),
    RELATIVE("REL"),
    PEGGED_TO_MIDPOINT("PEG MID"),
    MIDPRICE("MIDPRICE");

    private final String wireCode;

    OrderType(String wireCode) {
        this.wireCode = wireCode;
    }

    /** The broker's spelling. */
    public String wireCode() {
        return wireCode;
    }

    /** Empty for a type this platform does not send. */
    public static Optional<OrderType> ofWireCode(String code) {
        return Arrays.stream(values())
                .filter(type -> type.wireCode.equals(code))
                .findFirst();
    }
}
