package com.quanticity.ibkr.simulator.history;

/** What a bar is made of. */
enum Series {
    TRADES,
    BID,
    ASK,
    MIDPOINT
}
