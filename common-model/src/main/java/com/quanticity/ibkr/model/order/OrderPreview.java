package com.quanticity.ibkr.model.order;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an order would do to margin and what it would cost, told by the broker without placing it. Amounts are null when it does not say.
 *
 * @param initialMargin initial margin
 * @param maintenanceMargin maintenance margin
 * @param equityWithLoan equity with loan value
 * @param marginCurrency currency of these, empty when not told
 * @param commission expected, null when only a range is told
 * @param minCommission lower end of the range
 * @param maxCommission upper end of the range
 * @param commissionCurrency empty when not told
 * @param warning the broker's remark, empty when there is none
 */
public record OrderPreview(
        Amount initialMargin,
        Amount maintenanceMargin,
        Amount equityWithLoan,
        String marginCurrency,
        @Nullable BigDecimal commission,
        @Nullable BigDecimal minCommission,
        @Nullable BigDecimal maxCommission,
        String commissionCurrency,
        String warning) {

    /** An amount before the order, its change, and after it. */
    public record Amount(
            @Nullable BigDecimal before,
            @Nullable BigDecimal change,
            @Nullable BigDecimal after) {}
}
