package com.quanticity.ibkr.gateway;

import com.quanticity.ibkr.gateway.internal.connection.HandshakeProbe;

/**
 * One way of talking to a gateway. Stateless: everything that lives longer than a connection is above it, in the session.
 * Thread-safe.
 */
public interface GatewayBinding {

    /** Short name for health, logs and pages, for example {@code native}. */
    String name();

    /**
     * Connects, agrees on a version, starts the API under the client id and waits until the gateway has sent its accounts and next
     * order id. Blocks for at most {@link ConnectSettings#timeout()}. Events that arrive meanwhile reach the listener before this
     * method returns.
     *
     * @param listener called on the connection's reader thread; {@link GatewayListener#onClosed} follows exactly once when, and only
     *     when, the outcome is {@link ConnectOutcome.Connected}
     */
    ConnectOutcome connect(ConnectSettings settings, GatewayListener listener);

    /** Whether a gateway agrees on a version, without starting the API: no client id is taken. Blocks as long as a connect. */
    default boolean answers(ConnectSettings settings) {
        return HandshakeProbe.answers(settings);
    }
}
