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
    /** Usable in part: a farm is broken, a session competes, or data is delayed. */
    DEGRADED,
    /** Away on schedule. */
    PLANNED_OUTAGE,
    /** The gateway will not have us: id in use (326), version, read-only. */
    REFUSED,
    /** Closed by us. */
    CLOSED
}
