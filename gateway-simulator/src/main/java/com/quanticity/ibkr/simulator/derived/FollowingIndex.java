package com.quanticity.ibkr.simulator.derived;

import com.quanticity.ibkr.simulator.market.BestPrice;
import com.quanticity.ibkr.simulator.market.SymbolMarket;
import java.math.RoundingMode;
import java.time.Instant;

/** An index: calculated, never quoted. */
final class FollowingIndex extends Follower {

    private final double factor;

    FollowingIndex(SymbolMarket own, SymbolMarket followed, double factor, long seed) {
        super(own, followed, seed);
        this.factor = factor;
    }

    @Override
    Prices at(double spot, Instant now) {
        return new Prices(BestPrice.NONE, BestPrice.NONE, onTick(spot * factor, RoundingMode.HALF_UP), null);
    }

    @Override
    boolean isCalculated() {
        return true;
    }

    @Override
    boolean hasDepth() {
        return false;
    }
}
