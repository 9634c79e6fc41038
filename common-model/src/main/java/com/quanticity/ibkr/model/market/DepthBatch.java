package com.quanticity.ibkr.model.market;

import java.util.List;

/** What one drain of the reader yielded, in the order received; never empty. One entry of {@code market.depth}. */
public record DepthBatch(List<DepthUpdate> updates) {

    public DepthBatch {
        updates = List.copyOf(updates);
        if (updates.isEmpty()) {
            throw new IllegalArgumentException("a depth batch holds at least one update");
        }
    }

    public static DepthBatch of(DepthUpdate... updates) {
        return new DepthBatch(List.of(updates));
    }
}
