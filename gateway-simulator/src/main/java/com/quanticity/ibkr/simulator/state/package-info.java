/**
 * What really is, as one value: {@link com.quanticity.ibkr.simulator.state.SimulatorState}, the witness that tests and the
 * control interface read. Threads: immutable.
 */
@NullMarked
package com.quanticity.ibkr.simulator.state;

import org.jspecify.annotations.NullMarked;
