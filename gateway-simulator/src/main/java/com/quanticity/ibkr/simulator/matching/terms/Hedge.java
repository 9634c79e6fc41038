package com.quanticity.ibkr.simulator.matching.terms;

import java.math.BigDecimal;

/**
 * An order that hedges its parent's fill.
 *
 * @param ratio beta or pair ratio, one when the type takes none
 */
public record Hedge(Type type, BigDecimal ratio) {

    /** What the size of the hedge follows. */
    public enum Type {
        DELTA("D"),
        BETA("B"),
        FOREX("F"),
        PAIR("P");

        private final String wireText;

        Type(String wireText) {
            this.wireText = wireText;
        }

        public static java.util.Optional<Type> of(String wireText) {
            return java.util.stream.Stream.of(values())
                    .filter(each -> each.wireText.equals(wireText))
                    .findFirst();
        }
    }
}
