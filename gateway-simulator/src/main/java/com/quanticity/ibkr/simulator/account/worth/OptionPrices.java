package com.quanticity.ibkr.simulator.account.worth;

import com.quanticity.ibkr.simulator.margin.Holding;
import com.quanticity.ibkr.simulator.margin.OptionRevaluation;
import com.quanticity.ibkr.simulator.margin.Product;
import com.quanticity.ibkr.simulator.margin.Product.Right;
import com.quanticity.ibkr.simulator.pricing.OptionModel;
import com.quanticity.ibkr.simulator.pricing.OptionTerms;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values options after a move at the volatility of today's price. Event loop only. */
public final class OptionPrices implements OptionRevaluation {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalTime CLOSE = LocalTime.of(16, 0);
    private static final double SECONDS_OF_YEAR = Duration.ofDays(365).toSeconds();
    private static final double FALLBACK_VOLATILITY = 0.30;
    private static final int REMEMBERED = 512;

    private final OptionModel model;
    private final InstantSource time;
    private final Map<Holding, Double> volatilities = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Holding, Double> eldest) {
            return size() > REMEMBERED;
        }
    };

    public OptionPrices(OptionModel model, InstantSource time) {
        this.model = model;
        this.time = time;
    }

    @Override
    public double price(Holding option, double underlying, double volatilityFactor) {
        OptionTerms terms = terms((Product.Option) option.product());
        double volatility = volatilities.computeIfAbsent(option, this::impliedVolatility);
        return model.price(terms, underlying, volatility * volatilityFactor);
    }

    private double impliedVolatility(Holding option) {
        return model.impliedVolatility(
                        terms((Product.Option) option.product()),
                        option.underlyingPrice().doubleValue(),
                        option.price().doubleValue())
                .orElse(FALLBACK_VOLATILITY);
    }

    private OptionTerms terms(Product.Option option) {
        Duration left = Duration.between(
                time.instant(), option.expiry().atTime(CLOSE).atZone(NEW_YORK).toInstant());
        return new OptionTerms(
                option.right() == Right.CALL,
                option.american(),
                option.strike().doubleValue(),
                left.toSeconds() / SECONDS_OF_YEAR);
    }
}
