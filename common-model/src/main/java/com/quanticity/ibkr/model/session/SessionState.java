package com.quanticity.ibkr.model.session;

/** Where a session with a gateway stands. Orders leave in {@link #READY} only. */
public enum SessionState {
    DISCONNECTED,
    CONNECTING,
    HANDSHAKE,
    /** Connected; ids, open orders, executions and positions are being read. */
    SYNCHRONISING,
    READY,
    /** The gateway lost the broker (1100); the socket is kept. */
    BROKER_DOWN,
    /**
     * Connected and synchronised, but orders are held: a market data farm that trading needs is broken, or another session of the
     * same user takes the data. What does not hold orders shows as an impairment of a READY session. Source: decision 0005.
     */
    DEGRADED,
    /** Away on schedule. */
    PLANNED_OUTAGE,
    /** The gateway will not have us: id in use (326), version, read-only. */
    REFUSED,
    /** Closed by us. */
    CLOSED;

    /** Synchronised: requests are answered and cancels pass. Orders pass in {@link #READY} only. */
    public boolean isUsable() {
        return this == READY || this == DEGRADED;
    }
}
