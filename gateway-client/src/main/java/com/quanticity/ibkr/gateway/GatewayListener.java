package com.quanticity.ibkr.gateway;

import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import java.time.Instant;
import java.util.List;

/** Receives what a connection reads. Called on the connection's reader thread, one call at a time; must not block or do I/O. */
public interface GatewayListener {

    /**
     * Everything one read of the socket yielded, in wire order.
     *
     * @param receivedAt when the read returned
     * @param events unmodifiable, never empty
     */
    void onEvents(Instant receivedAt, List<GatewayEvent> events);

    /** A connection attempt entered a phase. Called on the connecting thread. */
    default void onPhase(ConnectPhase phase) {}

    /**
     * The connection is over; nothing follows. Called exactly once for every connection that was established.
     *
     * @param unsent requests that were accepted and certainly never reached the socket, in the order of their sending
     */
    void onClosed(CloseReason reason, List<GatewayRequest> unsent);
}
