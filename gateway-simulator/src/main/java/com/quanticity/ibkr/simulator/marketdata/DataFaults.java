package com.quanticity.ibkr.simulator.marketdata;

import com.quanticity.ibkr.simulator.market.SymbolMarket;

/** The troubles of market data that can be switched on. Event loop only. */
public interface DataFaults {

    /** Whether a symbol's ticks are withheld. */
    boolean silences(SymbolMarket symbol);

    boolean hasCompetingSession();

    void setCompetingSession(boolean competing);

    boolean isFarmBroken();

    void setFarmBroken(boolean broken);

    void endSilence(String symbol);

    /** Ends every fault. */
    void clear();
}
