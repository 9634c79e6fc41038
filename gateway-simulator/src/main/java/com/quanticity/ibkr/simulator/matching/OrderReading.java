package com.quanticity.ibkr.simulator.matching;

/** The outcome of reading an order's fields. */
sealed interface OrderReading {

    /**
     * The order is understood.
     *
     * @param isPreset whether the time in force was filled in here
     */
    record Terms(OrderTerms terms, boolean isPreset) implements OrderReading {}

    /** The order is refused, with the protocol's code. */
    record Refusal(int code, String text) implements OrderReading {}
}
