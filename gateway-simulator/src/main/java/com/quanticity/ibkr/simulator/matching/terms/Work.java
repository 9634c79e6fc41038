package com.quanticity.ibkr.simulator.matching.terms;

import org.jspecify.annotations.Nullable;

/**
 * In which way an order is worked.
 *
 * @param algo null when the order is worked as it is
 * @param scale null when the order is worked as a whole
 * @param hedge null when the order hedges nothing
 */
public record Work(
        Display display,
        Conditions conditions,
        @Nullable AlgoTerms algo,
        @Nullable Scale scale,
        @Nullable Hedge hedge) {

    /** As it is. */
    public static final Work PLAIN = new Work(Display.PLAIN, Conditions.NONE, null, null, null);
}
