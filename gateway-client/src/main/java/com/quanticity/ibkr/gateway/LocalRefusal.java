package com.quanticity.ibkr.gateway;

/** Why a request was refused before it left. Numbers are those of the official clients. Source: wire specification, behaviour 1. */
public enum LocalRefusal {
    /** A member is set that the agreed version cannot carry, or the whole request is newer. */
    SERVER_TOO_OLD(503),
    /** There is no connection, or it is closing. */
    NOT_CONNECTED(504),
    /** Text outside printable ASCII, or tags that would not read back as they are. */
    ILLEGAL_TEXT(579),
    /** The frame would be longer than a gateway takes. */
    TOO_LONG(0),
    /** The binding in use cannot express it; the native one can. */
    NOT_IN_BINDING(0),
    /** The session is not READY, and only a READY session sends orders. */
    NOT_READY(0),
    /** This client id never sends orders. */
    MAY_NOT_TRADE(0),
    /** The lease of the client id cannot be confirmed: another process may trade under it. */
    LEASE_NOT_PROVEN(0),
    /** Too much is waiting to go out. */
    QUEUE_FULL(0),
    /** It was taken back while it waited for its turn. */
    WITHDRAWN(0),
    /** A request of this kind without an id is still waiting for its answer. */
    ALREADY_PENDING(0);

    private final int code;

    LocalRefusal(int code) {
        this.code = code;
    }

    /** The official clients' number, 0 when they have none. */
    public int code() {
        return code;
    }
}
