package com.quanticity.ibkr.simulator.pricing;

/**
 * What makes one option differ from another of its underlying.
 *
 * @param isCall call or put
 * @param isAmerican whether it can be exercised before its last day
 * @param strike in the currency of the underlying
 * @param years to expiry, of 365 days; 0 or less when it has expired
 */
public record OptionTerms(boolean isCall, boolean isAmerican, double strike, double years) {

    public OptionTerms {
        if (!(strike > 0) || Double.isInfinite(strike) || Double.isNaN(years)) {
            throw new IllegalArgumentException(
                    "an option needs a strike above zero and a time, not " + strike + " and " + years);
        }
    }

    /** What it is worth when exercised now. */
    public double intrinsic(double spot) {
        return Math.max(0, isCall ? spot - strike : strike - spot);
    }
}
