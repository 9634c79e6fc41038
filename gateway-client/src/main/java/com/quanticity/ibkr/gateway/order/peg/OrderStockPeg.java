package com.quanticity.ibkr.gateway.order.peg;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Auction and peg-to-stock terms.
 *
 * @param auctionStrategy 0 none, 1 match, 2 improvement, 3 transparent
 */
public record OrderStockPeg(
        int auctionStrategy,
        @Nullable BigDecimal startingPrice,
        @Nullable BigDecimal stockRefPrice,
        @Nullable BigDecimal delta,
        @Nullable BigDecimal stockRangeLower,
        @Nullable BigDecimal stockRangeUpper) {

    /** Nothing given. */
    public static final OrderStockPeg NONE = new OrderStockPeg(0, null, null, null, null, null);
}
