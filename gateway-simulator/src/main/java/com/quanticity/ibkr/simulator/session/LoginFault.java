package com.quanticity.ibkr.simulator.session;

/** What becomes of a client that connects. Those already connected notice nothing. */
public enum LoginFault {
    /** Nothing is wrong. */
    NONE,
    /** The socket opens and the version offer is never answered: a gateway that waits for its user. */
    UNANSWERED,
    /** The socket opens and is closed without a byte: an address that is not trusted. */
    CLOSED_AT_ONCE,
    /** The version is agreed, then accounts and order id never come. */
    NO_IDS
}
