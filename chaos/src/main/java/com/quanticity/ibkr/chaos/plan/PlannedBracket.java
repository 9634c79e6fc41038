package com.quanticity.ibkr.chaos.plan;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An entry with stop and, when it has one, target.
 *
 * @param buy of the entry
 * @param offset distance of the entry's limit from the price at the start of the run in per cent, above it for a purchase means
 *     marketable; null for a market order
 * @param stop distance of the stop on the losing side, in per cent
 * @param target distance of the target on the winning side, in per cent, null without one
 * @param cancelAt when the bracket's cancellation is asked for, which ends its entry and leaves what it holds protected; null when it is
 *     left alone
 */
public record PlannedBracket(
        Duration at,
        String symbol,
        boolean buy,
        int quantity,
        @Nullable BigDecimal offset,
        BigDecimal stop,
        @Nullable BigDecimal target,
        @Nullable Duration cancelAt)
        implements PlannedTrade {

    @Override
    public int orders() {
        return target == null ? 2 : 3;
    }

    @Override
    public String toString() {
        return "bracket "
                + (buy ? "buy " : "sell ")
                + quantity
                + " "
                + symbol
                + (offset == null ? " at market" : " limited " + offset.toPlainString() + " % from last")
                + ", stop "
                + stop.toPlainString()
                + " %"
                + (target == null ? "" : ", target " + target.toPlainString() + " %")
                + " at "
                + at.toMillis()
                + " ms"
                + (cancelAt == null ? "" : ", cancel at " + cancelAt.toMillis() + " ms");
    }
}
