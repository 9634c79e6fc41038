package com.quanticity.ibkr.model.market;

import java.util.List;

/** What one drain of the reader yielded, in the order received; never empty. One entry of {@code market.trade}. */
public record TickBatch(List<TickByTick> ticks) {

    public TickBatch {
        ticks = List.copyOf(ticks);
        if (ticks.isEmpty()) {
            throw new IllegalArgumentException("a tick batch holds at least one tick");
        }
    }

    public static TickBatch of(TickByTick... ticks) {
        return new TickBatch(List.of(ticks));
    }
}
