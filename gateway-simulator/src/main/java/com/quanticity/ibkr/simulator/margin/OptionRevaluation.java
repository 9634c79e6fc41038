package com.quanticity.ibkr.simulator.margin;

/** Answers what an option would cost after a move; implemented with the market's pricing model. */
@FunctionalInterface
public interface OptionRevaluation {

    /**
     * Price for one unit of the underlying after a move, everything else as today.
     *
     * @param option with today's price, from which its volatility follows
     * @param underlying price of the underlying after the move
     * @param volatilityFactor 1 for an unchanged volatility, 1.2 for one that is a fifth higher
     */
    double price(Holding option, double underlying, double volatilityFactor);
}
