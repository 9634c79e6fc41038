package com.quanticity.ibkr.simulator.pricing;

/** The standard normal distribution, the same on every machine. */
final class Normal {

    private static final double ROOT_OF_TWO_PI = Math.sqrt(2 * Math.PI);

    private Normal() {}

    static double density(double x) {
        return StrictMath.exp(-x * x / 2) / ROOT_OF_TWO_PI;
    }

    /** Probability of at most x. Source: G. West, "Better approximations to cumulative normal functions" (Hart). */
    static double cumulative(double x) {
        double distance = Math.abs(x);
        double tail = distance > 37 ? 0 : tail(distance);
        return x > 0 ? 1 - tail : tail;
    }

    private static double tail(double x) {
        double exponential = StrictMath.exp(-x * x / 2);
        if (x < 7.07106781186547) {
            double above = 3.52624965998911e-02 * x + 0.700383064443688;
            above = above * x + 6.37396220353165;
            above = above * x + 33.912866078383;
            above = above * x + 112.079291497871;
            above = above * x + 221.213596169931;
            above = above * x + 220.206867912376;
            double below = 8.83883476483184e-02 * x + 1.75566716318264;
            below = below * x + 16.064177579207;
            below = below * x + 86.7807322029461;
            below = below * x + 296.564248779674;
            below = below * x + 637.333633378831;
            below = below * x + 793.826512519948;
            below = below * x + 440.413735824752;
            return exponential * above / below;
        }
        double fraction = x + 0.65;
        fraction = x + 4 / fraction;
        fraction = x + 3 / fraction;
        fraction = x + 2 / fraction;
        fraction = x + 1 / fraction;
        return exponential / fraction / 2.506628274631;
    }
}
