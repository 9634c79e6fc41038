package com.quanticity.ibkr.adapter.contract;

import java.math.BigDecimal;

/** Whether a contract can have a price. */
public sealed interface PriceCheck {

    /** The price is on the increment. */
    record Valid() implements PriceCheck {}

    /**
     * The price lies between two valid ones.
     *
     * @param increment at that price
     * @param below the highest valid price below
     * @param above the lowest valid price above
     */
    record OffIncrement(BigDecimal increment, BigDecimal below, BigDecimal above) implements PriceCheck {}

    /** No increment is known; the broker checks too. */
    record NotKnown() implements PriceCheck {}
}
