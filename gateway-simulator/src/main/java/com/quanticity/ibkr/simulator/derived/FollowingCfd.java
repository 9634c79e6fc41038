package com.quanticity.ibkr.simulator.derived;

import com.quanticity.ibkr.simulator.market.BestPrice;
import com.quanticity.ibkr.simulator.market.SymbolMarket;
import java.time.Instant;

/** A contract for difference: what its underlying shows. */
final class FollowingCfd extends Follower {

    FollowingCfd(SymbolMarket own, SymbolMarket followed, long seed) {
        super(own, followed, seed);
    }

    @Override
    Prices at(double spot, Instant now) {
        return new Prices(unnamed(followed().bid()), unnamed(followed().ask()), null, null);
    }

    /** The issuer trades it, not the exchange that shows the price. */
    private static BestPrice unnamed(BestPrice best) {
        return best.price() == null ? BestPrice.NONE : new BestPrice(best.price(), best.size(), "");
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
