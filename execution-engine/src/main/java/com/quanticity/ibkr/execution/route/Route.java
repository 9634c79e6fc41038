package com.quanticity.ibkr.execution.route;

import java.math.BigDecimal;

/** Where an order goes, or why it does not go. */
public sealed interface Route {

    /** The broker's own router. */
    String SMART = "SMART";

    /**
     * Send it there.
     *
     * @param exchange {@value #SMART} or a venue of the request
     * @param limitPrice a price the contract can have, never worse than the request's limit
     */
    record Placed(String exchange, BigDecimal limitPrice) implements Route {}

    /** Do not send it; the detail is one line with what is wrong and what to do. */
    record Refused(Reason reason, String detail) implements Route {}

    /** Why an order is not routed. */
    enum Reason {
        /** The contract's level 1 is not live. */
        MARKET_NOT_LIVE,
        /** A side of the quote is missing. */
        NO_QUOTE,
        /** The quote is older than allowed. */
        QUOTE_STALE,
        /** Bid and ask cross or lock, or have no positive size. */
        QUOTE_INVALID,
        /** The book is needed and there is none. */
        NO_DEPTH,
        /** The book is older than allowed. */
        DEPTH_STALE,
        /** The book's rows are out of order or it disagrees with the quote. */
        DEPTH_INVALID,
        /** Not enough is shown up to the cap and the limit. */
        NOT_ENOUGH_SHOWN
    }
}
