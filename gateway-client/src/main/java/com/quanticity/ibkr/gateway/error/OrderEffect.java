package com.quanticity.ibkr.gateway.error;

/** What a message says about the order it names. */
public enum OrderEffect {
    /** This message ends no order. */
    ALIVE,
    DEAD,
    /** The message does not tell: ask for open orders and executions, assume nothing. */
    UNKNOWN
}
