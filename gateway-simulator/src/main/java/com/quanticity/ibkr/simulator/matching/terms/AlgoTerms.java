package com.quanticity.ibkr.simulator.matching.terms;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The algorithm that works an order.
 *
 * @param parameters checked texts by tag
 * @param start null for at once
 * @param end null when the algorithm chooses
 */
public record AlgoTerms(
        AlgoStrategy strategy,
        SortedMap<String, String> parameters,
        @Nullable Instant start,
        @Nullable Instant end) {

    /** A number, or the given one when the client left it out. */
    public BigDecimal number(String tag, String otherwise) {
        return new BigDecimal(parameters.getOrDefault(tag, otherwise));
    }

    public boolean flag(String tag) {
        return "1".equals(parameters.get(tag));
    }

    public String text(String tag, String otherwise) {
        return parameters.getOrDefault(tag, otherwise);
    }
}
