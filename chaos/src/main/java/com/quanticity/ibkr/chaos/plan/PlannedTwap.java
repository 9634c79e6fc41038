package com.quanticity.ibkr.chaos.plan;

import java.time.Duration;

/**
 * A parent order in equal slices at equal distances. It is cancelled when the faults are over, unless it has ended by then.
 *
 * @param buy false sells
 * @param length of its window
 */
public record PlannedTwap(Duration at, String symbol, boolean buy, int quantity, int slices, Duration length)
        implements PlannedTrade {

    @Override
    public int orders() {
        return 0;
    }

    @Override
    public String toString() {
        return "twap " + (buy ? "buy " : "sell ") + quantity + " " + symbol + " in " + slices + " slices over "
                + length.toMillis() + " ms at " + at.toMillis() + " ms";
    }
}
