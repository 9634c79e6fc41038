/**
 * The market as clients subscribe to it: {@link com.quanticity.ibkr.simulator.marketdata.MarketDataDesk} serves level 1,
 * tick-by-tick data and five-second bars, {@link com.quanticity.ibkr.simulator.marketdata.DepthDesk} the books.
 *
 * <p>Threads: event loop only.
 */
@NullMarked
package com.quanticity.ibkr.simulator.marketdata;

import org.jspecify.annotations.NullMarked;
