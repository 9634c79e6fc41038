/**
 * One client id's session with a gateway, connect to close and for ever again. Entry points:
 * {@link com.quanticity.ibkr.gateway.session.GatewaySession}, {@link com.quanticity.ibkr.gateway.session.SessionListener}.
 * A session owns a control thread (states, probes, pacing), a consumer thread (all listener calls but the synchronising hook), and the
 * reader and writer of its connection. The public types may be called from every thread.
 */
@NullMarked
package com.quanticity.ibkr.gateway.session;

import org.jspecify.annotations.NullMarked;
