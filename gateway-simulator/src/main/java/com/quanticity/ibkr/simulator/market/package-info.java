/**
 * What the market shows: {@link com.quanticity.ibkr.simulator.market.Market} holds the best prices and last trades of
 * all symbols, {@link com.quanticity.ibkr.simulator.market.Playback} moves it along a
 * {@link com.quanticity.ibkr.simulator.market.MarketFeed} in time. Threads: event loop only.
 */
@NullMarked
package com.quanticity.ibkr.simulator.market;

import org.jspecify.annotations.NullMarked;
