package com.quanticity.ibkr.chaos.plan;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * A change of a limit order.
 *
 * @param at when it is asked for
 * @param quantity the new whole quantity
 * @param offset new distance of the limit from the price at the start of the run, in per cent
 */
public record PlannedChange(Duration at, int quantity, BigDecimal offset) {

    @Override
    public String toString() {
        return "to " + quantity + " at " + offset.toPlainString() + " % at " + at.toMillis() + " ms";
    }
}
