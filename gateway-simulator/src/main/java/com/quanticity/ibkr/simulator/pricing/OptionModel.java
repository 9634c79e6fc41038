package com.quanticity.ibkr.simulator.pricing;

import java.util.OptionalDouble;

/**
 * Prices options: Black and Scholes for European ones, a binomial tree for American ones.
 *
 * @param rate yearly interest, continuously compounded
 * @param dividendYield of the underlying, yearly, continuously compounded
 */
public record OptionModel(double rate, double dividendYield) {

    private static final double DAYS = 365;
    private static final double LEAST_VOLATILITY = 0.001;
    private static final double MOST_VOLATILITY = 8;
    private static final int BISECTIONS = 60;

    /** With the interest and dividends of a usual year: 4 % and 1.3 %. */
    public static OptionModel usual() {
        return new OptionModel(0.04, 0.013);
    }

    /** Price and greeks; an expired option is worth what exercising it brings and moves with the underlying or not. */
    public OptionValue value(OptionTerms terms, double spot, double volatility) {
        if (terms.years() <= 0) {
            double intrinsic = terms.intrinsic(spot);
            double delta = intrinsic == 0 ? 0 : terms.isCall() ? 1 : -1;
            return new OptionValue(intrinsic, volatility, delta, 0, 0, 0);
        }
        return terms.isAmerican() ? tree(terms, spot, volatility) : blackScholes(terms, spot, volatility);
    }

    /** The price alone. */
    public double price(OptionTerms terms, double spot, double volatility) {
        if (terms.years() <= 0) {
            return terms.intrinsic(spot);
        }
        return terms.isAmerican()
                ? new BinomialTree(terms, spot, volatility, rate, dividendYield).price()
                : blackScholes(terms, spot, volatility).price();
    }

    /** The volatility at which the model gives a price; empty when no volatility does. */
    public OptionalDouble impliedVolatility(OptionTerms terms, double spot, double price) {
        if (terms.years() <= 0
                || price < price(terms, spot, LEAST_VOLATILITY) - 1e-9
                || price > price(terms, spot, MOST_VOLATILITY)) {
            return OptionalDouble.empty();
        }
        double low = LEAST_VOLATILITY;
        double high = MOST_VOLATILITY;
        for (int i = 0; i < BISECTIONS && high - low > 1e-7; i++) {
            double middle = (low + high) / 2;
            if (price(terms, spot, middle) < price) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalDouble.of((low + high) / 2);
    }

    private OptionValue tree(OptionTerms terms, double spot, double volatility) {
        BinomialTree tree = new BinomialTree(terms, spot, volatility, rate, dividendYield);
        double bump = 0.01;
        double above = new BinomialTree(terms, spot, volatility + bump, rate, dividendYield).price();
        return new OptionValue(
                tree.price(), volatility, tree.delta(), tree.gamma(), above - tree.price(), tree.yearlyTheta() / DAYS);
    }

    private OptionValue blackScholes(OptionTerms terms, double spot, double volatility) {
        double years = terms.years();
        double sigma = Math.max(LEAST_VOLATILITY, volatility);
        double deviation = sigma * Math.sqrt(years);
        double carry = StrictMath.exp(-dividendYield * years);
        double discount = StrictMath.exp(-rate * years);
        double d1 = (StrictMath.log(spot / terms.strike()) + (rate - dividendYield + sigma * sigma / 2) * years)
                / deviation;
        double d2 = d1 - deviation;
        double sign = terms.isCall() ? 1 : -1;
        double share = spot * carry * Normal.cumulative(sign * d1);
        double cash = terms.strike() * discount * Normal.cumulative(sign * d2);
        double density = Normal.density(d1);
        double decay = -spot * carry * density * sigma / (2 * Math.sqrt(years));
        return new OptionValue(
                sign * (share - cash),
                volatility,
                sign * carry * Normal.cumulative(sign * d1),
                carry * density / (spot * deviation),
                spot * carry * density * Math.sqrt(years) / 100,
                (decay + sign * (dividendYield * share - rate * cash)) / DAYS);
    }
}
