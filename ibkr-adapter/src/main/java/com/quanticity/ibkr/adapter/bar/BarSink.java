package com.quanticity.ibkr.adapter.bar;

import com.quanticity.ibkr.model.market.Bar;
import java.util.List;

/** Where bars go. Does not block. */
@FunctionalInterface
interface BarSink {

    /** In order; never empty. */
    void publish(List<Bar> bars);
}
