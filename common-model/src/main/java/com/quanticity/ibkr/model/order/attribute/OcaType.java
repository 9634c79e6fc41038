package com.quanticity.ibkr.model.order.attribute;

import java.util.Arrays;
import java.util.Optional;

/** What a fill of one member of an OCA group does to the others. */
public enum OcaType {
    /** Cancels them; only one works at a time, so nothing is overfilled. */
    CANCEL_OTHERS(1),
    /** Reduces them; only one works at a time, so nothing is overfilled. */
    REDUCE_WITH_BLOCK(2),
    /** Reduces them; all work at once, so an overfill is possible. */
    REDUCE(3);

    private final int wireCode;

    OcaType(int wireCode) {
        this.wireCode = wireCode;
    }

    public int wireCode() {
        return wireCode;
    }

    public static Optional<OcaType> ofWireCode(int code) {
        return Arrays.stream(values()).filter(type -> type.wireCode == code).findFirst();
    }
}
