package com.quanticity.ibkr.simulator.derived;

import com.quanticity.ibkr.simulator.market.BestPrice;
import com.quanticity.ibkr.simulator.market.SymbolMarket;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A future: one increment between bid and ask, contracts by the dozen. */
final class FollowingFuture extends Follower {

    private final double factor;

    FollowingFuture(SymbolMarket own, SymbolMarket followed, double factor, long seed) {
        super(own, followed, seed);
        this.factor = factor;
    }

    @Override
    Prices at(double spot, Instant now) {
        BigDecimal bid = onTick(spot * factor * Anchors.carry(contract(), now), RoundingMode.FLOOR);
        BigDecimal ask = bid.add(contract().minTick());
        @Nullable BigDecimal last = random().nextInt(100) < 30 ? random().nextBoolean() ? ask : bid : null;
        return new Prices(new BestPrice(bid, size(), ""), new BestPrice(ask, size(), ""), last, null);
    }

    private BigDecimal size() {
        return BigDecimal.valueOf(5 + random().nextInt(80));
    }

    @Override
    boolean isCalculated() {
        return false;
    }

    @Override
    boolean hasDepth() {
        return true;
    }
}
