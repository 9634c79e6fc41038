package com.quanticity.ibkr.gateway.order;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Scale orders. The members from the second price on exist only with a price increment above zero.
 *
 * @param scalePriceAdjustInterval seconds
 * @param scaleTable requests only
 */
public record OrderScale(
        @Nullable Integer scaleInitLevelSize,
        @Nullable Integer scaleSubsLevelSize,
        @Nullable BigDecimal scalePriceIncrement,
        @Nullable BigDecimal scalePriceAdjustValue,
        @Nullable Integer scalePriceAdjustInterval,
        @Nullable BigDecimal scaleProfitOffset,
        boolean scaleAutoReset,
        @Nullable Integer scaleInitPosition,
        @Nullable Integer scaleInitFillQty,
        boolean scaleRandomPercent,
        String scaleTable) {

    /** Nothing given. */
    public static final OrderScale NONE =
            new OrderScale(null, null, null, null, null, null, false, null, null, false, "");
}
