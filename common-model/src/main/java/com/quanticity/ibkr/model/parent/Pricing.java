package com.quanticity.ibkr.model.parent;

/** How the limit of a parent's children is found. */
public enum Pricing {
    /** Market orders. */
    MARKET,
    /** The limit price that was given. */
    LIMIT,
    /** At the best price of the own side. */
    JOIN,
    /** One increment better than that, if it does not trade at once; otherwise as {@link #JOIN}. */
    IMPROVE,
    /** Through the other side as far as the quantity needs, up to a cap. Needs a depth book. */
    CROSS;

    /** Whether the market is looked at for it. */
    public boolean isRouted() {
        return switch (this) {
            case MARKET, LIMIT -> false;
            case JOIN, IMPROVE, CROSS -> true;
        };
    }
}
