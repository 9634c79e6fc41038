package com.quanticity.ibkr.execution.parent;

import com.quanticity.ibkr.execution.algo.schedule.Lot;
import com.quanticity.ibkr.model.contract.PriceLadder;
import com.quanticity.ibkr.model.parent.Pricing;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a parent's children are sized and priced.
 *
 * @param pricing how the limit is found
 * @param limitPrice worst price of every child, given for {@link Pricing#LIMIT}, null when only the market binds
 * @param capTicks how far {@link Pricing#CROSS} may go beyond the best opposite price, in increments
 * @param venues exchanges that a crossing child may name; empty = only SMART
 * @param prices prices the contract can have, null when no price is chosen here
 * @param lot sizes
 * @param patience a child that is not filled for so long is cancelled and its rest sent anew; null = it stays
 */
public record ChildTerms(
        Pricing pricing,
        @Nullable BigDecimal limitPrice,
        int capTicks,
        Set<String> venues,
        @Nullable PriceLadder prices,
        Lot lot,
        @Nullable Duration patience) {

    public ChildTerms {
        venues = Set.copyOf(venues);
        if (pricing == Pricing.LIMIT && limitPrice == null) {
            throw new IllegalArgumentException("LIMIT pricing needs a limitPrice");
        }
        if (pricing == Pricing.MARKET && limitPrice != null) {
            throw new IllegalArgumentException("MARKET pricing has no limitPrice; take LIMIT, JOIN, IMPROVE or CROSS");
        }
        if (pricing.isRouted() && prices == null) {
            throw new IllegalArgumentException(pricing + " needs the contract's price increments");
        }
        if (pricing != Pricing.CROSS && (capTicks != 0 || !venues.isEmpty())) {
            throw new IllegalArgumentException("capTicks and venues belong to CROSS and to no other pricing");
        }
    }
}
