/**
 * What level 1 lines tell besides prices and sizes: generic ticks and greeks. Threads: event loop only.
 */
@NullMarked
package com.quanticity.ibkr.simulator.marketdata.tick;

import org.jspecify.annotations.NullMarked;
