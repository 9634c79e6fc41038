/**
 * The port on IB's official Java client. Its classes encode and decode; sockets, threads, deadlines and capture are those of every
 * binding, so that closing, half-open links and unsent requests behave alike. Entry point: {@link
 * com.quanticity.ibkr.gateway.tws.TwsApiBindings}. Only signatures that 10.33 and all later releases share are used.
 */
@NullMarked
package com.quanticity.ibkr.gateway.tws;

import org.jspecify.annotations.NullMarked;
