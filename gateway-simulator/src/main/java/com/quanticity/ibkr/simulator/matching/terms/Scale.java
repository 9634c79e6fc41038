package com.quanticity.ibkr.simulator.matching.terms;

import java.math.BigDecimal;

/**
 * An order worked in components at ever better prices.
 *
 * @param first size of the first component, {@code next} of each later one
 * @param step price improvement from one component to the next
 */
public record Scale(BigDecimal first, BigDecimal next, BigDecimal step) {

    /** Number of the component that works when so much is filled, from 0. */
    public int componentAt(BigDecimal filled) {
        if (filled.compareTo(first) < 0) {
            return 0;
        }
        return 1 + filled.subtract(first).divideToIntegralValue(next).intValueExact();
    }

    /** What has been filled when the component that works now is done. */
    public BigDecimal endOfComponent(BigDecimal filled) {
        return first.add(next.multiply(BigDecimal.valueOf(componentAt(filled))));
    }

    /** The limit of the component that works when so much is filled. */
    public BigDecimal limitAt(Side side, BigDecimal limit, BigDecimal filled) {
        BigDecimal improvement = step.multiply(BigDecimal.valueOf(componentAt(filled)));
        return side.moreAggressive(limit, improvement.negate());
    }
}
