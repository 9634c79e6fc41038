package com.quanticity.ibkr.simulator.market;

/**
 * How the market behaves and how it is shown.
 *
 * @param volumeInLots whether day volumes of US stocks travel in hundreds, as a gateway sends them unless it is set
 *     otherwise. Source: tws-wire ticks.md, section 6
 */
public record MarketOptions(boolean volumeInLots) {

    /** Volumes in lots. */
    public static MarketOptions defaults() {
        return new MarketOptions(true);
    }
}
