package com.quanticity.ibkr.simulator.matching.terms;

import java.util.Optional;
import java.util.stream.Stream;

/** Which price a trigger watches. */
public enum TriggerMethod {
    /** The gateway chooses: the last trade of a stock, twice the quote of anything else. */
    DEFAULT(0),
    DOUBLE_QUOTE(1),
    LAST(2),
    DOUBLE_LAST(3),
    QUOTE(4),
    LAST_OR_QUOTE(7),
    MIDPOINT(8);

    private final int code;

    TriggerMethod(int code) {
        this.code = code;
    }

    public static Optional<TriggerMethod> of(int code) {
        return Stream.of(values()).filter(each -> each.code == code).findFirst();
    }
}
