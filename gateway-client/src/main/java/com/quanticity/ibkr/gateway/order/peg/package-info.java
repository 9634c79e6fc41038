/** Orders whose price follows something else: the market, a stock, a benchmark, a volatility. Immutable values; safe on every thread. */
@NullMarked
package com.quanticity.ibkr.gateway.order.peg;

import org.jspecify.annotations.NullMarked;
