package com.quanticity.ibkr.adapter.tickbytick;

import com.quanticity.ibkr.model.market.TickByTick;
import java.util.List;

/** Where ticks go. Does not block. */
@FunctionalInterface
interface TickSink {

    /** What one drain of the reader yielded, in order; never empty. */
    void publish(List<TickByTick> ticks);
}
