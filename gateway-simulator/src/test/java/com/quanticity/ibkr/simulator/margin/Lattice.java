package com.quanticity.ibkr.simulator.margin;

import com.quanticity.ibkr.simulator.margin.Product.Option;
import com.quanticity.ibkr.simulator.margin.Product.Right;

/** A binomial tree of its own, so that a mistake in the simulator's pricing cannot cancel itself out here. */
record Lattice(double years, double rate, double yield, boolean american) implements OptionRevaluation {

    private static final int STEPS = 100;

    @Override
    public double price(Holding option, double underlying, double volatilityFactor) {
        return value((Option) option.product(), underlying, impliedVolatility(option) * volatilityFactor);
    }

    private double impliedVolatility(Holding holding) {
        double low = 0.01;
        double high = 2;
        for (int i = 0; i < 24; i++) {
            double middle = (low + high) / 2;
            double price =
                    value((Option) holding.product(), holding.underlyingPrice().doubleValue(), middle);
            if (price < holding.price().doubleValue()) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private double value(Option option, double spot, double volatility) {
        double sign = option.right() == Right.CALL ? 1 : -1;
        double strike = option.strike().doubleValue();
        double step = years / STEPS;
        double up = Math.exp(volatility * Math.sqrt(step));
        double p = (Math.exp((rate - yield) * step) - 1 / up) / (up - 1 / up);
        double discount = Math.exp(-rate * step);
        double[] values = new double[STEPS + 1];
        for (int i = 0; i <= STEPS; i++) {
            values[i] = Math.max(0, sign * (spot * Math.pow(up, 2 * i - STEPS) - strike));
        }
        for (int level = STEPS - 1; level >= 0; level--) {
            for (int i = 0; i <= level; i++) {
                values[i] = discount * (p * values[i + 1] + (1 - p) * values[i]);
                if (american) {
                    values[i] = Math.max(values[i], sign * (spot * Math.pow(up, 2 * i - level) - strike));
                }
            }
        }
        return values[0];
    }
}
