package com.quanticity.ibkr.console.environment;

/** What the orders of this platform do in the world. */
public enum Environment {
    /** Real money. */
    LIVE,
    /** The broker's paper account. */
    PAPER,
    /** Our own simulator. */
    SIM,
    /** A recording. */
    REPLAY,
    /** No account was seen and none is configured. */
    UNKNOWN
}
