package com.quanticity.ibkr.chaos.plan;

import java.util.List;
import java.util.stream.Stream;

/** All that a run does; the same seed gives the same plan. Trades and faults by time. */
public record RunPlan(long seed, List<PlannedTrade> trades, List<PlannedFault> faults) {

    public RunPlan {
        trades = List.copyOf(trades);
        faults = List.copyOf(faults);
    }

    /** One line for each trade and fault. */
    public List<String> lines() {
        return Stream.concat(
                        trades.stream().map(Object::toString), faults.stream().map(Object::toString))
                .toList();
    }
}
