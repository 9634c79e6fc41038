package com.quanticity.ibkr.simulator.marketdata;

import java.util.Arrays;
import java.util.Optional;

/** The four streams of single ticks; name and number are those of the wire. */
enum TickByTickKind {
    LAST("Last", 1),
    ALL_LAST("AllLast", 2),
    BID_ASK("BidAsk", 3),
    MID_POINT("MidPoint", 4);

    private final String text;
    private final int code;

    TickByTickKind(String text, int code) {
        this.text = text;
        this.code = code;
    }

    int code() {
        return code;
    }

    static Optional<TickByTickKind> of(String text) {
        return Arrays.stream(values()).filter(kind -> kind.text.equals(text)).findFirst();
    }
}
