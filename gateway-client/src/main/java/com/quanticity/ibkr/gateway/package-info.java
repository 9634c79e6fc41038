/**
 * The port to Interactive Brokers: requests and events as sealed records named after the API's calls and callbacks.
 * Entry points: {@link com.quanticity.ibkr.gateway.GatewayBinding} for a bare connection, {@code .session.GatewaySession} for
 * everything a service needs. Records are immutable and safe on every thread; a {@link com.quanticity.ibkr.gateway.GatewayListener}
 * is called on the reader thread of its connection and must not block.
 */
@NullMarked
package com.quanticity.ibkr.gateway;

import org.jspecify.annotations.NullMarked;
