package com.quanticity.ibkr.simulator.matching;

/**
 * How orders are taken.
 *
 * @param readOnly whether the gateway starts in read-only mode, where everything about orders is refused with 321
 */
public record OrderOptions(boolean readOnly) {

    /** Orders are taken. */
    public static OrderOptions defaults() {
        return new OrderOptions(false);
    }
}
