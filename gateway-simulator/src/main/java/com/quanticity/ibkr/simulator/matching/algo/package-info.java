/**
 * How much of its order an algorithm has let out by a time: a schedule over the clock, or a part of what the market
 * trades. Pure values; any thread.
 */
@NullMarked
package com.quanticity.ibkr.simulator.matching.algo;

import org.jspecify.annotations.NullMarked;
