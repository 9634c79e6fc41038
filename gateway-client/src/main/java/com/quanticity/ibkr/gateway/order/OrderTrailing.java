package com.quanticity.ibkr.gateway.order;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Trailing stops.
 *
 * @param trailStopPrice initial stop
 * @param trailingPercent percent, instead of an amount in auxPrice
 */
public record OrderTrailing(
        @Nullable BigDecimal trailStopPrice,
        @Nullable BigDecimal trailingPercent,
        @Nullable BigDecimal lmtPriceOffset) {

    /** Nothing given. */
    public static final OrderTrailing NONE = new OrderTrailing(null, null, null);
}
