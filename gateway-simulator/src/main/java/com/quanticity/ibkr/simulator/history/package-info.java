/**
 * The historical data service: {@link com.quanticity.ibkr.simulator.history.HistoryDesk} answers queries for bars, ticks,
 * schedules, first moments and histograms, paced as {@link com.quanticity.ibkr.simulator.history.HistoryLimits} says.
 * Threads: event loop only.
 */
@NullMarked
package com.quanticity.ibkr.simulator.history;

import org.jspecify.annotations.NullMarked;
