package com.quanticity.ibkr.adapter.uw;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Comparison of the outside feed with level 1. Deviations are in basis points of the level 1 price, without sign.
 *
 * @param enabled false: another process compares, or nobody
 * @param settle how long a price waits for the level 1 quotes of its time
 * @param quoteMaxAge a level 1 price older than this at the stamp is stale, and a stale price is not compared
 * @param keep how far back level 1 is kept; older stamps are not compared
 * @param ahead a stamp farther ahead of our clock than this is not compared
 * @param limit deviation from which the alarm counts
 * @param clearLimit deviation up to which it is over; at most {@code limit}
 * @param raiseAfter how long every compared price must be beyond the limit
 * @param clearAfter how long every compared price must be within the clear limit
 */
public record UwProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("500ms") Duration settle,
        @DefaultValue("5s") Duration quoteMaxAge,
        @DefaultValue("2m") Duration keep,
        @DefaultValue("2s") Duration ahead,
        @DefaultValue("25") BigDecimal limit,
        @DefaultValue("15") BigDecimal clearLimit,
        @DefaultValue("10s") Duration raiseAfter,
        @DefaultValue("30s") Duration clearAfter) {

    public UwProperties {
        List<String> problems = new ArrayList<>();
        notNegative(problems, "settle", settle);
        notNegative(problems, "ahead", ahead);
        notNegative(problems, "raise-after", raiseAfter);
        notNegative(problems, "clear-after", clearAfter);
        if (!quoteMaxAge.isPositive()) {
            problems.add("ibkr.adapter.uw.quote-max-age must be positive, was " + quoteMaxAge);
        }
        if (keep.compareTo(quoteMaxAge) < 0) {
            problems.add("ibkr.adapter.uw.keep must be quote-max-age or longer, was " + keep);
        }
        if (clearLimit.signum() < 0 || clearLimit.compareTo(limit) > 0) {
            problems.add("ibkr.adapter.uw.clear-limit must be 0 to limit (" + limit + "), was " + clearLimit);
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", problems));
        }
    }

    private static void notNegative(List<String> problems, String name, Duration value) {
        if (value.isNegative()) {
            problems.add("ibkr.adapter.uw." + name + " must not be negative, was " + value);
        }
    }
}
