/**
 * What happened before now: {@link com.quanticity.ibkr.simulator.history.MarketHistory} joins a past that is made up or
 * recorded with what the running market did since it started; {@link com.quanticity.ibkr.simulator.history.HistoryDesk}
 * answers the requests about it. The made-up past is a function of seed, symbol and moment, so that any minute of it can be
 * had without the minutes before, and bars of all sizes agree. Threads: event loop only.
 */
@NullMarked
package com.quanticity.ibkr.simulator.history;

import org.jspecify.annotations.NullMarked;
