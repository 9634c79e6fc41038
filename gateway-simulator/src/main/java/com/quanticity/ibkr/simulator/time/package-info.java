/**
 * The one clock and the one thread of a simulator. {@link com.quanticity.ibkr.simulator.time.SimulatorTime} says what
 * time it is, real or moved by a test; {@link com.quanticity.ibkr.simulator.time.EventLoop} runs everything that touches
 * sessions, market, orders or accounts, one task after the other, so that none of them needs a lock.
 */
@NullMarked
package com.quanticity.ibkr.simulator.time;

import org.jspecify.annotations.NullMarked;
