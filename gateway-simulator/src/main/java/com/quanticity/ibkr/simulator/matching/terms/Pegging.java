package com.quanticity.ibkr.simulator.matching.terms;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a pegged, snapped or volatility price is made of; each type uses its own part, everything else is null.
 *
 * @param offset from the price it is pegged to
 * @param percentOffset the same as a fraction of that price
 * @param wholeOffset from a midpoint that is a whole price step, {@code halfOffset} from one that is half a step
 * @param competeOffset against the best price; null also stands for "up to the midpoint"
 * @param delta price change for each change of the stock
 * @param change price change for each {@code referenceChange} of the reference
 * @param isDecrease whether the price falls when the reference rises
 * @param reference contract id of the benchmark, 0 for none
 * @param volatility as a fraction for a year
 * @param isDeltaNeutral whether each fill of a volatility order is hedged with the underlying at the market
 */
public record Pegging(
        @Nullable BigDecimal offset,
        @Nullable BigDecimal percentOffset,
        @Nullable BigDecimal wholeOffset,
        @Nullable BigDecimal halfOffset,
        @Nullable BigDecimal competeOffset,
        @Nullable BigDecimal delta,
        @Nullable BigDecimal start,
        @Nullable BigDecimal referencePrice,
        @Nullable BigDecimal rangeLower,
        @Nullable BigDecimal rangeUpper,
        @Nullable BigDecimal change,
        @Nullable BigDecimal referenceChange,
        boolean isDecrease,
        int reference,
        @Nullable BigDecimal volatility,
        boolean isDeltaNeutral) {

    public static final Pegging NONE =
            new Pegging(null, null, null, null, null, null, null, null, null, null, null, null, false, 0, null, false);

    /** The offset, zero when none was given. */
    public BigDecimal offsetOrZero() {
        return offset == null ? BigDecimal.ZERO : offset;
    }
}
