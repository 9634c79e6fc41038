package com.quanticity.ibkr.model.order.attribute;

import java.util.Arrays;
import java.util.Optional;

/** Which price wakes a stop, a touch or a price condition. */
public enum TriggerMethod {
    /** The broker's choice for the contract. */
    BROKER_CHOICE(0),
    DOUBLE_BID_ASK(1),
    LAST(2),
    DOUBLE_LAST(3),
    BID_ASK(4),
    LAST_OR_BID_ASK(7),
    MIDPOINT(8);

    private final int wireCode;

    TriggerMethod(int wireCode) {
        this.wireCode = wireCode;
    }

    public int wireCode() {
        return wireCode;
    }

    public static Optional<TriggerMethod> ofWireCode(int code) {
        return Arrays.stream(values()).filter(method -> method.wireCode == code).findFirst();
    }
}
