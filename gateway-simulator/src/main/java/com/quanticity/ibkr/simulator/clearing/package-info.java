/**
 * What the broker does by itself: {@link com.quanticity.ibkr.simulator.clearing.Clearing} begins the accounts' days,
 * settles what expires, exercises options and closes positions of accounts without excess liquidity. Threads: event loop
 * only.
 */
@NullMarked
package com.quanticity.ibkr.simulator.clearing;

import org.jspecify.annotations.NullMarked;
