package com.quanticity.ibkr.adapter.depth;

import com.quanticity.ibkr.model.market.DepthUpdate;
import java.util.List;

/** Where updates go, in order. Does not block. */
@FunctionalInterface
interface DepthSink {

    void publish(List<DepthUpdate> updates);
}
