package com.quanticity.ibkr.simulator.marketdata;

import com.quanticity.ibkr.simulator.market.SymbolMarket;
import java.time.Duration;

/** The troubles of market data that can be switched on. Event loop only. */
public interface DataFaults {

    /** Whether a symbol's ticks are withheld. */
    boolean silences(SymbolMarket symbol);

    boolean hasCompetingSession();

    void setCompetingSession(boolean competing);

    boolean isFarmBroken();

    void setFarmBroken(boolean broken);

    void endSilence(String symbol);

    /** How long rows of a depth subscription go on after its cancel; zero for not at all. */
    Duration lateDepth();

    /** Whether such a subscription holds its slot as long. */
    boolean keepsDepthSlots();

    /** Ends every fault. */
    void clear();
}
