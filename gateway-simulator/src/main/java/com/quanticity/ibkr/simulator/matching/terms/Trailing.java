package com.quanticity.ibkr.simulator.matching.terms;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * How a trailing trigger follows the market.
 *
 * @param distance an amount, or a percentage of the market price
 * @param initialStop where the trigger starts, null to derive it from the market
 * @param limitOffset between trigger and limit of the order, null when a fixed limit is given
 */
public record Trailing(
        BigDecimal distance,
        boolean isPercent,
        @Nullable BigDecimal initialStop,
        @Nullable BigDecimal limitOffset) {

    /** The distance as an amount at a market price. */
    public BigDecimal amountAt(BigDecimal price) {
        return isPercent ? price.multiply(distance).divide(BigDecimal.valueOf(100), MathContext.DECIMAL64) : distance;
    }
}
