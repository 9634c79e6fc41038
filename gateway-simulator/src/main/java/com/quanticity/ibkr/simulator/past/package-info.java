/**
 * What happened before now: {@link com.quanticity.ibkr.simulator.past.MarketHistory} joins a past that is made up or
 * recorded with what the running market did since it began. The made-up past is a function of seed, symbol and moment, so
 * that any minute of it can be had without the minutes before, and bars of all sizes agree. Threads: event loop only.
 */
@NullMarked
package com.quanticity.ibkr.simulator.past;

import org.jspecify.annotations.NullMarked;
