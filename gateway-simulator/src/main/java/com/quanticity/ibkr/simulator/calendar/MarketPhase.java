package com.quanticity.ibkr.simulator.calendar;

/** What the market of an instrument does at a moment. */
public enum MarketPhase {
    /** Nothing trades. */
    CLOSED,
    /** Trading before the regular hours, thin and wide. */
    PRE_MARKET,
    /** The last two minutes before the open: pre-market trading goes on, imbalances are published, the cross ends it. */
    OPENING_AUCTION,
    /** Regular hours. */
    REGULAR,
    /** Regular hours, trading stopped in this one instrument. */
    HALTED,
    /** The last ten minutes of the regular hours: imbalances are published, the cross at the close ends it. */
    CLOSING_AUCTION,
    /** Trading after the regular hours. */
    POST_MARKET;

    /** Whether orders can be executed continuously. */
    public boolean isTrading() {
        return switch (this) {
            case PRE_MARKET, OPENING_AUCTION, REGULAR, CLOSING_AUCTION, POST_MARKET -> true;
            case CLOSED, HALTED -> false;
        };
    }

    /** Whether it lies between the opening and the closing cross. */
    public boolean isRegularHours() {
        return switch (this) {
            case REGULAR, HALTED, CLOSING_AUCTION -> true;
            case CLOSED, PRE_MARKET, OPENING_AUCTION, POST_MARKET -> false;
        };
    }
}
