/**
 * The control interface over HTTP: read the state, drop a client, pause, send connectivity notices; health and metrics.
 * {@link com.quanticity.ibkr.simulator.control.ControlServer} starts it. Threads: any; the simulator is thread-safe.
 */
@NullMarked
package com.quanticity.ibkr.simulator.control;

import org.jspecify.annotations.NullMarked;
