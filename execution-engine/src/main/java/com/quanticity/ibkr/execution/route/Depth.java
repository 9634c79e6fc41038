package com.quanticity.ibkr.execution.route;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A depth book at a time.
 *
 * @param bids best first, not empty
 * @param asks best first, not empty
 * @param at when it last changed, UTC
 */
public record Depth(List<Level> bids, List<Level> asks, Instant at) {

    public Depth {
        bids = List.copyOf(bids);
        asks = List.copyOf(asks);
        if (bids.isEmpty() || asks.isEmpty()) {
            throw new IllegalArgumentException("a depth book needs a bid and an ask");
        }
    }

    /** Whether prices get worse from row to row and the sides do not cross; several venues can share a price. */
    boolean isOrderly() {
        return isSorted(bids, -1)
                && isSorted(asks, 1)
                && bids.getFirst().price().compareTo(asks.getFirst().price()) < 0;
    }

    private static boolean isSorted(List<Level> rows, int direction) {
        for (int row = 1; row < rows.size(); row++) {
            BigDecimal before = rows.get(row - 1).price();
            if (rows.get(row).price().compareTo(before) * direction < 0) {
                return false;
            }
        }
        return true;
    }
}
