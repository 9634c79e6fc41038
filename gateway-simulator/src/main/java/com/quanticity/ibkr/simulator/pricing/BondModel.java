package com.quanticity.ibkr.simulator.pricing;

/** Prices and yields of bonds that pay a coupon twice a year, without accrued interest. */
public final class BondModel {

    private static final double LOWEST = -0.05;
    private static final double HIGHEST = 1;
    private static final int STEPS = 50;

    private BondModel() {}

    /**
     * Price in percent of the nominal.
     *
     * @param coupon percent a year
     * @param years until it is paid back, above zero
     * @param yield as a fraction of a year
     */
    public static double price(double coupon, double years, double yield) {
        if (Math.abs(yield) < 1e-9) {
            return 100 + coupon * years;
        }
        double last = StrictMath.pow(1 + yield / 2, -2 * years);
        return coupon / yield * (1 - last) + 100 * last;
    }

    /** The yield at which a bond costs a price, as a fraction; the nearest bound when there is none within -5 and 100 %. */
    public static double yield(double coupon, double years, double price) {
        double low = LOWEST;
        double high = HIGHEST;
        for (int step = 0; step < STEPS; step++) {
            double middle = (low + high) / 2;
            if (price(coupon, years, middle) > price) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
