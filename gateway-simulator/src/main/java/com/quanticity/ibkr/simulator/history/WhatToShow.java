package com.quanticity.ibkr.simulator.history;

import com.quanticity.ibkr.simulator.past.Instrument;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of bars a client can ask for. Source: tws-wire requests.md, REQ_HISTORICAL_DATA. */
enum WhatToShow {
    TRADES("Trades"),
    MIDPOINT("Midpoint"),
    BID("Bid"),
    ASK("Ask"),
    BID_ASK("BidAsk"),
    ADJUSTED_LAST("AdjustedLast"),
    HISTORICAL_VOLATILITY("HistoricalVolatility"),
    OPTION_IMPLIED_VOLATILITY("OptionImpliedVolatility"),
    FEE_RATE("FeeRate"),
    YIELD_BID("YieldBid"),
    YIELD_ASK("YieldAsk"),
    YIELD_BID_ASK("YieldBidAsk"),
    YIELD_LAST("YieldLast"),
    SCHEDULE("Schedule"),
    AGGTRADES("AggTrades");

    private final String title;

    WhatToShow(String title) {
        this.title = title;
    }

    static Optional<WhatToShow> parse(String text) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(text)).findFirst();
    }

    /** As error texts call it. */
    String title() {
        return title;
    }

    boolean isOfTrades() {
        return this == TRADES || this == ADJUSTED_LAST || this == AGGTRADES;
    }

    /** Whether a bar of it can be kept up to date. */
    boolean canBeKeptUpToDate() {
        return switch (this) {
            case TRADES, MIDPOINT, BID, ASK -> true;
            default -> false;
        };
    }

    /** How much a query of it counts. */
    int pacingWeight() {
        return this == BID_ASK ? 2 : 1;
    }

    /** Whether this instrument has it at all. */
    boolean isKnownOf(Instrument instrument) {
        if (instrument.securityType().equals("BAG")) {
            return this == SCHEDULE;
        }
        return switch (this) {
            case TRADES, ADJUSTED_LAST -> instrument.hasTrades();
            case AGGTRADES -> instrument.securityType().equals("CRYPTO");
            case MIDPOINT, BID, ASK, BID_ASK -> !instrument.securityType().equals("IND");
            case HISTORICAL_VOLATILITY, OPTION_IMPLIED_VOLATILITY ->
                instrument.securityType().equals("STK")
                        || instrument.securityType().equals("IND");
            case FEE_RATE -> instrument.securityType().equals("STK");
            case YIELD_BID, YIELD_ASK, YIELD_BID_ASK, YIELD_LAST -> false;
            case SCHEDULE -> true;
        };
    }
}
