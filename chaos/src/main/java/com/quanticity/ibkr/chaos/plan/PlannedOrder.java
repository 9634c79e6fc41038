package com.quanticity.ibkr.chaos.plan;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A single order, or one of a group.
 *
 * @param buy false sells
 * @param offset distance of its limit from the price at the start of the run in per cent, above it for a purchase means marketable; null
 *     for a market order
 * @param change asked for while it works, null when there is none
 * @param cancelAt when its cancellation is asked for, null when it is left alone; may be the moment of its placing or of its change
 */
public record PlannedOrder(
        Duration at,
        String symbol,
        boolean buy,
        int quantity,
        @Nullable BigDecimal offset,
        @Nullable PlannedChange change,
        @Nullable Duration cancelAt)
        implements PlannedTrade {

    @Override
    public int orders() {
        return 1;
    }

    @Override
    public String toString() {
        return (buy ? "buy " : "sell ")
                + quantity
                + " "
                + symbol
                + (offset == null ? " at market" : " limited " + offset.toPlainString() + " % from last")
                + " at "
                + at.toMillis()
                + " ms"
                + (change == null ? "" : ", change " + change)
                + (cancelAt == null ? "" : ", cancel at " + cancelAt.toMillis() + " ms");
    }
}
