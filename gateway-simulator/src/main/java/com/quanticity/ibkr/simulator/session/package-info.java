/**
 * Connections and what their clients ask for.
 *
 * <p>Entry point: {@link com.quanticity.ibkr.simulator.session.GatewayServer} listens; each accepted connection has a
 * reader and a writer thread that only move bytes; everything a request causes happens on the event loop, in
 * {@link com.quanticity.ibkr.simulator.session.RequestRouter} and the desks behind it. A slow client never holds the loop:
 * its frames queue up, and past a limit it is disconnected.
 */
@NullMarked
package com.quanticity.ibkr.simulator.session;

import org.jspecify.annotations.NullMarked;
