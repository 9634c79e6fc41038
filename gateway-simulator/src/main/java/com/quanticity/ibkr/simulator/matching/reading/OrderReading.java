package com.quanticity.ibkr.simulator.matching.reading;

import com.quanticity.ibkr.simulator.matching.terms.OrderTerms;
import java.util.List;

/** The outcome of reading an order's fields. */
public sealed interface OrderReading {

    /** The order is understood; the warnings are told and change nothing. */
    record Terms(OrderTerms terms, List<Notice> warnings) implements OrderReading {}

    /** The order is refused, with the protocol's code. */
    record Refusal(int code, String text) implements OrderReading {}

    /** A warning about an order that lives. */
    record Notice(int code, String text) {}
}
