package com.quanticity.ibkr.gateway.error;

import java.util.Locale;

/** What a code is about. Source: wire specification, table of error codes. */
public enum ErrorClass {
    INFO,
    WARNING,
    CONNECTIVITY,
    MARKET_DATA,
    CONTRACT,
    ORDER_REJECT,
    ORDER_WARNING,
    PACING,
    CLIENT_ID,
    SYSTEM,
    /** Made by a client library, never on the wire. */
    CLIENT_LOCAL,
    /** The code is not listed. */
    UNLISTED;

    /** As the specification spells it, for example {@code order-reject}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
