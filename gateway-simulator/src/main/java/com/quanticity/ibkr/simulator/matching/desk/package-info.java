/**
 * What clients and people at the gateway do with orders: placing, changing, cancelling, previewing, correcting, keeping
 * over a restart. {@link com.quanticity.ibkr.simulator.matching.desk.OrderDesk} is the way in. Threads: event loop only.
 */
@NullMarked
package com.quanticity.ibkr.simulator.matching.desk;

import org.jspecify.annotations.NullMarked;
