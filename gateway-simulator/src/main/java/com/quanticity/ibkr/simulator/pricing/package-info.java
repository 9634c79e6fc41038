/**
 * What options are worth: {@link com.quanticity.ibkr.simulator.pricing.OptionModel} prices an
 * {@link com.quanticity.ibkr.simulator.pricing.OptionTerms} at the volatility of a
 * {@link com.quanticity.ibkr.simulator.pricing.VolatilitySurface}. Model values are doubles; whoever quotes them rounds to
 * the price increment. Threads: immutable.
 */
@NullMarked
package com.quanticity.ibkr.simulator.pricing;

import org.jspecify.annotations.NullMarked;
