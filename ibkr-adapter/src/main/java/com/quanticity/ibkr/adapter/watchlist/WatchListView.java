package com.quanticity.ibkr.adapter.watchlist;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The watch list as pages see it.
 *
 * @param lines market data lines
 * @param entries in the order of the list
 */
record WatchListView(Lines lines, List<EntryView> entries) {

    /**
     * Market data lines.
     *
     * @param configured lines of this service
     * @param usable those less what bars take, or fewer once the broker has said so (101)
     * @param used lines given to symbols
     */
    record Lines(int configured, int usable, int used) {}

    /** Where an entry stands. */
    enum Standing {
        /** It has a line; {@code GET /api/v1/subscriptions} tells how its data is. */
        SUBSCRIBED,
        /** Every line is given to symbols of lower priority numbers. */
        NO_LINE,
        /** Not resolved yet. */
        UNRESOLVED
    }

    /**
     * One entry.
     *
     * @param symbol the desk's name of it
     * @param contract the contract as it was written
     * @param contractId broker's contract id, null until it is resolved
     * @param priority lower ones get a line first
     * @param standing where it stands
     * @param reason why it has no data, empty when it should have some
     * @param changedAt when it was put there or changed by REST, null for an entry of the configuration
     */
    record EntryView(
            String symbol,
            String contract,
            @Nullable Integer contractId,
            int priority,
            Standing standing,
            String reason,
            @Nullable Instant changedAt) {}
}
