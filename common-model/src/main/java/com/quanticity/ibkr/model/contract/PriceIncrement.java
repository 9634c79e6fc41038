package com.quanticity.ibkr.model.contract;

import java.math.BigDecimal;

/**
 * The step of prices from a price on, in contract currency.
 *
 * @param from 0 or more
 * @param increment above 0
 */
public record PriceIncrement(BigDecimal from, BigDecimal increment) {

    public PriceIncrement {
        if (from.signum() < 0) {
            throw new IllegalArgumentException(
                    "a price increment must begin at 0 or above, was " + from.toPlainString());
        }
        if (increment.signum() <= 0) {
            throw new IllegalArgumentException("a price increment must be above 0, was " + increment.toPlainString());
        }
    }
}
