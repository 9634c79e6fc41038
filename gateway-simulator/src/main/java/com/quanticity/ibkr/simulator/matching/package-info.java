/**
 * Orders and their fills against the displayed size of the current quote.
 *
 * <p>Entry points: {@link com.quanticity.ibkr.simulator.matching.OrderDesk} takes orders and cancels,
 * {@link com.quanticity.ibkr.simulator.matching.OrderListener} hears what becomes of them. Threads: event loop only.
 */
@NullMarked
package com.quanticity.ibkr.simulator.matching;

import org.jspecify.annotations.NullMarked;
