package com.quanticity.ibkr.chaos.plan;

import java.time.Duration;

/** Something the run's strategy does. Its text is one line of the plan. */
public sealed interface PlannedTrade permits PlannedOrder, PlannedGroup, PlannedBracket, PlannedTwap {

    /** When it is placed, from the start of the run. */
    Duration at();

    /** How many orders it places itself; what an algorithm makes of it comes on top. */
    int orders();
}
