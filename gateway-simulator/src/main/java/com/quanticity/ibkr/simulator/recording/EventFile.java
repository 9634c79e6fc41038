package com.quanticity.ibkr.simulator.recording;

import com.quanticity.ibkr.simulator.market.MarketEvent;
import org.jspecify.annotations.Nullable;

/** One file's events, in file order, which is time order. */
interface EventFile extends AutoCloseable {

    /** The next event, or null at the end. */
    @Nullable MarketEvent next();

    @Override
    void close();
}
