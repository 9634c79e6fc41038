package com.quanticity.ibkr.simulator.pricing;

/** One American option on a Cox-Ross-Rubinstein tree; the greeks are read off its first nodes. */
final class BinomialTree {

    private static final int STEPS = 64;
    private static final double LEAST_VOLATILITY = 0.01;

    private final double price;
    private final double delta;
    private final double gamma;
    private final double yearlyTheta;

    BinomialTree(OptionTerms terms, double spot, double volatility, double rate, double dividendYield) {
        double step = terms.years() / STEPS;
        double sigma = Math.max(LEAST_VOLATILITY, volatility);
        double growth = StrictMath.exp((rate - dividendYield) * step);
        double up = Math.max(StrictMath.exp(sigma * Math.sqrt(step)), growth * 1.000001);
        double down = 1 / up;
        double discount = StrictMath.exp(-rate * step);
        double chance = Math.clamp((growth - down) / (up - down), 0, 1);

        double[] spots = new double[STEPS + 1];
        double[] values = new double[STEPS + 1];
        spots[0] = spot * StrictMath.pow(down, STEPS);
        for (int i = 1; i <= STEPS; i++) {
            spots[i] = spots[i - 1] * up * up;
        }
        for (int i = 0; i <= STEPS; i++) {
            values[i] = terms.intrinsic(spots[i]);
        }
        double[] second = new double[3];
        double[] first = new double[2];
        for (int level = STEPS - 1; level >= 0; level--) {
            for (int i = 0; i <= level; i++) {
                spots[i] *= up;
                double held = discount * (chance * values[i + 1] + (1 - chance) * values[i]);
                values[i] = Math.max(held, terms.intrinsic(spots[i]));
            }
            if (level == 2) {
                System.arraycopy(values, 0, second, 0, 3);
            } else if (level == 1) {
                System.arraycopy(values, 0, first, 0, 2);
            }
        }
        price = values[0];
        double high = spot * up;
        double low = spot * down;
        delta = (first[1] - first[0]) / (high - low);
        double highest = high * up;
        double lowest = low * down;
        double upperSlope = (second[2] - second[1]) / (highest - spot);
        double lowerSlope = (second[1] - second[0]) / (spot - lowest);
        gamma = (upperSlope - lowerSlope) / ((highest - lowest) / 2);
        yearlyTheta = (second[1] - price) / (2 * step);
    }

    double price() {
        return price;
    }

    double delta() {
        return delta;
    }

    double gamma() {
        return gamma;
    }

    double yearlyTheta() {
        return yearlyTheta;
    }
}
