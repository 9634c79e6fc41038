package com.quanticity.ibkr.simulator.derived;

import com.quanticity.ibkr.simulator.market.BestPrice;
import com.quanticity.ibkr.simulator.market.SymbolMarket;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A combination: what its legs cost together, from the side at which each would trade. */
final class FollowingCombo extends Follower {

    private final List<Part> parts;

    /** One leg: {@code ratio} is below zero for what is sold. */
    record Part(SymbolMarket market, int ratio) {}

    FollowingCombo(SymbolMarket own, List<Part> parts, long seed) {
        super(own, parts.getFirst().market(), seed);
        this.parts = List.copyOf(parts);
    }

    @Override
    List<SymbolMarket> allFollowed() {
        return parts.stream().map(Part::market).distinct().toList();
    }

    @Override
    Prices at(double spot, Instant now) {
        return new Prices(side(true), side(false), null, null);
    }

    /** No price when one leg has none. */
    private BestPrice side(boolean isBid) {
        BigDecimal price = BigDecimal.ZERO;
        @Nullable BigDecimal size = null;
        for (Part part : parts) {
            BestPrice leg = part.ratio() > 0 == isBid
                    ? part.market().bid()
                    : part.market().ask();
            BigDecimal legPrice = leg.price();
            if (legPrice == null) {
                return BestPrice.NONE;
            }
            BigDecimal ratio = BigDecimal.valueOf(part.ratio());
            price = price.add(legPrice.multiply(ratio));
            BigDecimal units = leg.size().divide(ratio.abs(), 0, RoundingMode.DOWN);
            size = size == null ? units : size.min(units);
        }
        return new BestPrice(price, size == null ? BigDecimal.ZERO : size, "");
    }

    @Override
    boolean isCalculated() {
        return false;
    }

    @Override
    boolean hasDepth() {
        return false;
    }
}
