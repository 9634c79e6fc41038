package com.quanticity.ibkr.simulator.margin;

import java.math.BigDecimal;

/**
 * How far an underlying is assumed to move.
 *
 * <p>Source: FINRA Rule 4210(f)(2) for the rate of uncovered options, 4210(g) and OCC, Customer Portfolio Margin, for the
 * range of prices.
 */
public enum UnderlyingClass {
    BROAD_INDEX("0.15", "-0.08", "0.06"),
    SMALL_INDEX("0.15", "-0.10", "0.10"),
    SECTOR_INDEX("0.20", "-0.15", "0.15"),
    EQUITY("0.20", "-0.15", "0.15");

    private final BigDecimal uncoveredRate;
    private final double down;
    private final double up;

    UnderlyingClass(String uncoveredRate, String down, String up) {
        this.uncoveredRate = new BigDecimal(uncoveredRate);
        this.down = Double.parseDouble(down);
        this.up = Double.parseDouble(up);
    }

    /** Part of the underlying's price that an uncovered short option costs before it is reduced. */
    public BigDecimal uncoveredRate() {
        return uncoveredRate;
    }

    /** Lowest move of a portfolio shock, negative, as a part of the price. */
    public double down() {
        return down;
    }

    /** Highest move of a portfolio shock as a part of the price. */
    public double up() {
        return up;
    }
}
