package com.quanticity.ibkr.gateway.request;

/** Which ticks come one by one. Open: codes without a constant are kept as they are. */
public record TickByTickType(String code) {

    /** Trades that count for the last price. */
    public static final TickByTickType LAST = new TickByTickType("Last");
    /** All trades, combinations and odd lots included. */
    public static final TickByTickType ALL_LAST = new TickByTickType("AllLast");

    public static final TickByTickType BID_ASK = new TickByTickType("BidAsk");
    public static final TickByTickType MID_POINT = new TickByTickType("MidPoint");

    @Override
    public String toString() {
        return code;
    }
}
