package com.quanticity.ibkr.adapter.tickbytick;

import com.quanticity.ibkr.gateway.request.TickByTickType;

/** What a stream of single ticks holds. */
public enum TickKind {
    /** Trades that count for the last price. */
    LAST(TickByTickType.LAST),
    /** All trades, odd lots and combinations included. */
    ALL_LAST(TickByTickType.ALL_LAST),
    /** Changes of the best bid and ask. */
    BID_ASK(TickByTickType.BID_ASK),
    /** Changes of the middle between bid and ask. */
    MID_POINT(TickByTickType.MID_POINT);

    private final TickByTickType wire;

    TickKind(TickByTickType wire) {
        this.wire = wire;
    }

    TickByTickType wire() {
        return wire;
    }
}
