package com.quanticity.ibkr.simulator.derived;

import com.quanticity.ibkr.simulator.contract.BondTerms;
import com.quanticity.ibkr.simulator.market.BestPrice;
import com.quanticity.ibkr.simulator.market.SymbolMarket;
import com.quanticity.ibkr.simulator.pricing.BondModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A bond: its yield rises with stocks, from a little above its coupon on. */
final class FollowingBond extends Follower {

    private static final double HALF_SPREAD = 0.05;
    private static final double PREMIUM = 0.004;
    private static final double FOLLOWS = 0.2;

    private final BondTerms terms;
    private final double begin;

    FollowingBond(SymbolMarket own, SymbolMarket followed, BondTerms terms, long seed) {
        super(own, followed, seed);
        this.terms = terms;
        Double spot = spot();
        this.begin = spot == null ? 1 : spot;
    }

    @Override
    Prices at(double spot, Instant now) {
        double years = Anchors.years(terms.maturityDay(), now);
        if (years <= 0) {
            return Prices.NONE;
        }
        double coupon = terms.coupon().doubleValue();
        double yield = (coupon / 100 + PREMIUM) * (1 + FOLLOWS * (spot / begin - 1));
        double price = BondModel.price(coupon, years, yield);
        BigDecimal bid = onTick(price - HALF_SPREAD, RoundingMode.FLOOR);
        BigDecimal ask = onTick(price + HALF_SPREAD, RoundingMode.CEILING);
        @Nullable BigDecimal last = random().nextInt(100) < 5 ? random().nextBoolean() ? ask : bid : null;
        return new Prices(new BestPrice(bid, size(), ""), new BestPrice(ask, size(), ""), last, null);
    }

    private BigDecimal size() {
        return BigDecimal.valueOf(10 + random().nextInt(490));
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
