package com.quanticity.ibkr.simulator.market;

import com.quanticity.ibkr.simulator.pricing.OptionValue;

/**
 * What the model says of an option.
 *
 * @param value price and greeks for one of the underlying
 * @param underlying price of the underlying
 * @param dividends present value of the dividends until expiry, for one share
 */
public record ModelPrice(OptionValue value, double underlying, double dividends) {}
