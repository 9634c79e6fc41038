package com.quanticity.ibkr.gateway.order;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A stop that changes once its trigger price is reached.
 *
 * @param adjustedOrderType empty = none
 * @param adjustableTrailingUnit 0 amount, 1 percent
 */
public record OrderAdjustment(
        String adjustedOrderType,
        @Nullable BigDecimal triggerPrice,
        @Nullable BigDecimal adjustedStopPrice,
        @Nullable BigDecimal adjustedStopLimitPrice,
        @Nullable BigDecimal adjustedTrailingAmount,
        int adjustableTrailingUnit) {

    /** Nothing given. */
    public static final OrderAdjustment NONE = new OrderAdjustment("", null, null, null, null, 0);
}
