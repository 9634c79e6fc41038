package com.quanticity.ibkr.adapter.watchlist;

import com.quanticity.ibkr.adapter.WatchListEntry;
import com.quanticity.ibkr.model.contract.Contract;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the watch list as it is now.
 *
 * @param entry what is wanted
 * @param priority lower ones get a line first
 * @param order place in which it was wanted
 * @param contract null until the broker has said which one it is
 * @param changedAt when it was put there or changed by REST, null for an entry of the configuration
 */
record Watched(
        WatchListEntry entry,
        int priority,
        long order,
        @Nullable Contract contract,
        @Nullable Instant changedAt) {

    String symbol() {
        return entry.symbol();
    }

    LinePlan.Wish wish() {
        return new LinePlan.Wish(symbol(), priority, order);
    }

    Watched resolved(Contract other) {
        return new Watched(entry, priority, order, other, changedAt);
    }

    Watched changed(WatchListEntry other, int newPriority, Instant now) {
        return new Watched(other, newPriority, order, other.equals(entry) ? contract : null, now);
    }
}
