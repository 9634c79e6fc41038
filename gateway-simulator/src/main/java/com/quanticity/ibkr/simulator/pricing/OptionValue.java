package com.quanticity.ibkr.simulator.pricing;

/**
 * Price and sensitivities of one option for one share of the underlying.
 *
 * @param price in the currency of the underlying
 * @param volatility the volatility it was priced at, 0.2 is 20 % a year
 * @param delta change of the price for one of the underlying, -1 to 1
 * @param gamma change of delta for one of the underlying
 * @param vega change of the price for one percentage point of volatility
 * @param theta change of the price in one calendar day
 */
public record OptionValue(double price, double volatility, double delta, double gamma, double vega, double theta) {}
