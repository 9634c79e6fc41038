/**
 * Markets that follow from others: {@link com.quanticity.ibkr.simulator.derived.DerivedMarkets} prices options from a
 * volatility surface, futures and indices from a fund that tracks them. They come into being when somebody first asks for
 * them. Threads: event loop only.
 */
@NullMarked
package com.quanticity.ibkr.simulator.derived;

import org.jspecify.annotations.NullMarked;
