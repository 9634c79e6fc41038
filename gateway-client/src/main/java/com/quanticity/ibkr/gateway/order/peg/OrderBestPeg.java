package com.quanticity.ibkr.gateway.order.peg;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Peg to best and peg to midpoint.
 *
 * @param competeUpToMid true replaces the offset; on the wire it is the text Infinity
 */
public record OrderBestPeg(
        @Nullable Integer minTradeQty,
        @Nullable Integer minCompeteSize,
        @Nullable BigDecimal competeAgainstBestOffset,
        boolean competeUpToMid,
        @Nullable BigDecimal midOffsetAtWhole,
        @Nullable BigDecimal midOffsetAtHalf) {

    /** Nothing given. */
    public static final OrderBestPeg NONE = new OrderBestPeg(null, null, null, false, null, null);
}
