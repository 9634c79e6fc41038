package com.quanticity.ibkr.simulator.past;

/** What a bar is made of. */
public enum Series {
    TRADES,
    BID,
    ASK,
    MIDPOINT
}
