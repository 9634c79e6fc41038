package com.quanticity.ibkr.gateway.order.peg;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Volatility orders and their hedging order.
 *
 * @param volatility percent
 * @param volatilityType 1 daily, 2 annual, null = none
 * @param continuousUpdate 0 or 1
 * @param referencePriceType 1 average, 2 bid or ask, null = none
 * @param deltaNeutralOrderType empty = no hedging order, and the members below do not exist
 */
public record OrderVolatility(
        @Nullable BigDecimal volatility,
        @Nullable Integer volatilityType,
        int continuousUpdate,
        @Nullable Integer referencePriceType,
        String deltaNeutralOrderType,
        @Nullable BigDecimal deltaNeutralAuxPrice,
        int deltaNeutralConId,
        String deltaNeutralSettlingFirm,
        String deltaNeutralClearingAccount,
        String deltaNeutralClearingIntent,
        String deltaNeutralOpenClose,
        boolean deltaNeutralShortSale,
        int deltaNeutralShortSaleSlot,
        String deltaNeutralDesignatedLocation) {

    /** Nothing given. */
    public static final OrderVolatility NONE =
            new OrderVolatility(null, null, 0, null, "", null, 0, "", "", "", "", false, 0, "");
}
