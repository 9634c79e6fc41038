/**
 * What outlives a restart: {@link com.quanticity.ibkr.simulator.saved.StateKeeper} writes cash, positions, orders and
 * numbers to one file and reads them back. Threads: called on the event loop; the file is written on a thread of its own.
 */
@NullMarked
package com.quanticity.ibkr.simulator.saved;

import org.jspecify.annotations.NullMarked;
