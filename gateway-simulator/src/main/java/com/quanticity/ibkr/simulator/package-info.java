/**
 * A gateway look-alike on the wire: market, matching engine, account, many clients at once.
 *
 * <p>Entry points: {@link com.quanticity.ibkr.simulator.GatewaySimulator#start} for tests and other code,
 * {@link com.quanticity.ibkr.simulator.GatewaySimulatorApplication} for the command line. Threads: one event loop owns all
 * state; each client has a reader and a writer that only move bytes.
 */
@NullMarked
package com.quanticity.ibkr.simulator;

import org.jspecify.annotations.NullMarked;
