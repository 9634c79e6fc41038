package com.quanticity.ibkr.gateway.session;

import java.util.function.Function;

/**
 * Makes the service's session from {@code ibkr.gateway.*}. The session is not started: call {@link GatewaySession#start()} when the
 * listener is ready, and close it at shutdown. Health and metrics of the session are wired here.
 */
public interface GatewaySessionFactory {

    /** The session and its listener need each other: the function gets the session and returns the listener. */
    GatewaySession create(Function<GatewaySession, SessionListener> listener);
}
