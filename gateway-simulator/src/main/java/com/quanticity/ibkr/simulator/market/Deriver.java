package com.quanticity.ibkr.simulator.market;

/** Makes markets that follow from others: options, futures, indices. Called on the event loop. */
public interface Deriver {

    /**
     * Gives a new market its first prices and keeps them going.
     *
     * @return false when the contract follows from nothing that has a market here
     */
    boolean begin(SymbolMarket fresh);
}
