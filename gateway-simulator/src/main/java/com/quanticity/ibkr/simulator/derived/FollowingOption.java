package com.quanticity.ibkr.simulator.derived;

import com.quanticity.ibkr.simulator.market.BestPrice;
import com.quanticity.ibkr.simulator.market.ModelPrice;
import com.quanticity.ibkr.simulator.market.SymbolMarket;
import com.quanticity.ibkr.simulator.pricing.OptionModel;
import com.quanticity.ibkr.simulator.pricing.OptionTerms;
import com.quanticity.ibkr.simulator.pricing.OptionValue;
import com.quanticity.ibkr.simulator.pricing.VolatilitySurface;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An option: quoted around its model price, wider the dearer it is; nothing once it has expired. */
final class FollowingOption extends Follower {

    private static final String EXCHANGES = "WAI";

    private final OptionModel model;
    private final VolatilitySurface surface;
    private final boolean isCall;
    private final boolean isAmerican;
    private final double strike;
    private final LocalDate expiry;

    FollowingOption(
            SymbolMarket own,
            SymbolMarket followed,
            OptionModel model,
            VolatilitySurface surface,
            boolean isCall,
            boolean isAmerican,
            double strike,
            LocalDate expiry,
            long seed) {
        super(own, followed, seed);
        this.model = model;
        this.surface = surface;
        this.isCall = isCall;
        this.isAmerican = isAmerican;
        this.strike = strike;
        this.expiry = expiry;
    }

    @Override
    Prices at(double spot, Instant now) {
        double years = Anchors.years(expiry, now);
        if (years <= 0) {
            return Prices.NONE;
        }
        OptionTerms terms = new OptionTerms(isCall, isAmerican, strike, years);
        OptionValue value = model.value(terms, spot, surface.at(spot, strike, years));
        double half = 0.005 + 0.006 * value.price();
        BigDecimal bid = onTick(value.price() - half, RoundingMode.FLOOR);
        BigDecimal ask = onTick(value.price() + half, RoundingMode.CEILING);
        @Nullable BigDecimal last = random().nextInt(100) < 3 && bid.signum() > 0 ? random().nextBoolean() ? ask : bid : null;
        return new Prices(
                bid.signum() > 0 ? side(bid) : BestPrice.NONE, side(ask), last, new ModelPrice(value, spot, 0));
    }

    private BestPrice side(BigDecimal price) {
        String exchange =
                EXCHANGES.substring(random().nextInt(EXCHANGES.length())).substring(0, 1);
        return new BestPrice(price, BigDecimal.valueOf(1 + random().nextInt(150)), exchange);
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
