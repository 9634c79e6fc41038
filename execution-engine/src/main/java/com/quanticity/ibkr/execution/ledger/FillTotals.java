package com.quanticity.ibkr.execution.ledger;

import com.quanticity.ibkr.execution.sql.Columns;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What the current fills of an order add up to.
 *
 * @param quantity filled, zero when nothing is
 * @param averagePrice of the fills, null when there is none
 * @param commission sum of what was reported, null when nothing was
 */
record FillTotals(
        BigDecimal quantity,
        @Nullable BigDecimal averagePrice,
        @Nullable BigDecimal commission) {

    static final FillTotals NONE = new FillTotals(BigDecimal.ZERO, null, null);

    private static final int PRICE_DECIMALS = 12;

    static FillTotals of(BigDecimal quantity, BigDecimal value, @Nullable BigDecimal commission) {
        BigDecimal average = quantity.signum() == 0
                ? null
                : Columns.canonical(value.divide(quantity, PRICE_DECIMALS, RoundingMode.HALF_EVEN));
        return new FillTotals(Columns.canonical(quantity), average, Columns.canonicalOrNull(commission));
    }
}
