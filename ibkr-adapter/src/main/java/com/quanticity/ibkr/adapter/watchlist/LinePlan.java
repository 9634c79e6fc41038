package com.quanticity.ibkr.adapter.watchlist;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Who gets a market data line when there are fewer lines than wishes: lower priority numbers first, then who came first. */
final class LinePlan {

    private static final Comparator<Wish> BEST_FIRST =
            Comparator.comparingInt(Wish::priority).thenComparingLong(Wish::order);

    private LinePlan() {}

    /**
     * One symbol that wants a line.
     *
     * @param priority lower ones first
     * @param order place in which it was wanted; lower ones first among equals
     */
    record Wish(String symbol, int priority, long order) {}

    /** The symbols that get a line, best first. */
    static List<String> served(Collection<Wish> wishes, int lines) {
        return wishes.stream().sorted(BEST_FIRST).limit(lines).map(Wish::symbol).toList();
    }

    /** The one that would be the first to lose its line; wishes must not be empty. */
    static Wish last(Collection<Wish> wishes) {
        return wishes.stream().max(BEST_FIRST).orElseThrow();
    }
}
