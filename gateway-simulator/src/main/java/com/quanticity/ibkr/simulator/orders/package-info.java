/**
 * Orders on the wire: requests go to the {@link com.quanticity.ibkr.simulator.matching.desk.OrderDesk}, its callbacks come back
 * as events, in the spelling of a real gateway. {@link com.quanticity.ibkr.simulator.orders.OrderRequests} is the desk,
 * {@link com.quanticity.ibkr.simulator.orders.OrderCallbacks} the way back. Threads: event loop only.
 */
@NullMarked
package com.quanticity.ibkr.simulator.orders;

import org.jspecify.annotations.NullMarked;
