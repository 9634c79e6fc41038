/**
 * What every desk of the gateway has in common: {@link com.quanticity.ibkr.simulator.desk.Desk} serves one sealed group
 * of requests and answers through {@link com.quanticity.ibkr.simulator.desk.Client}.
 *
 * <p>Threads: everything here is called on the event loop; a desk never blocks.
 */
@NullMarked
package com.quanticity.ibkr.simulator.desk;

import org.jspecify.annotations.NullMarked;
