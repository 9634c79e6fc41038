package com.quanticity.ibkr.simulator.pricing;

/**
 * Volatility by strike and time: a term structure at the money, with skew and smile around it that flatten with time.
 *
 * @param near volatility at the money for the nearest expiries
 * @param far volatility at the money for the farthest
 * @param skew change of volatility for a strike one standard deviation of a month above the forward; negative for equities
 * @param smile how much both wings rise
 */
public record VolatilitySurface(double near, double far, double skew, double smile) {

    private static final double LEAST = 0.03;
    private static final double MOST = 3;

    /** Years after which the term structure has closed two thirds of the way from near to far. */
    private static final double TERM = 0.35;

    private static final double SHORTEST = 1.0 / 365;

    public VolatilitySurface {
        if (!(near > 0) || !(far > 0)) {
            throw new IllegalArgumentException("volatilities must be above zero, not " + near + " and " + far);
        }
    }

    /** A usual equity surface around a volatility. */
    public static VolatilitySurface around(double volatility) {
        return new VolatilitySurface(volatility * 1.06, volatility, -0.16 * volatility, 0.05 * volatility);
    }

    /** At the money. */
    public double atTheMoney(double years) {
        return far + (near - far) * StrictMath.exp(-Math.max(0, years) / TERM);
    }

    /** At a strike. */
    public double at(double spot, double strike, double years) {
        double time = Math.max(SHORTEST, years);
        double centre = atTheMoney(time);
        double deviations =
                Math.clamp(StrictMath.log(strike / spot) / (centre * Math.sqrt(Math.max(time, 1.0 / 12))), -5, 5);
        double damping = 1 / (1 + time);
        return Math.clamp(centre + damping * (skew * deviations + smile * deviations * deviations), LEAST, MOST);
    }
}
