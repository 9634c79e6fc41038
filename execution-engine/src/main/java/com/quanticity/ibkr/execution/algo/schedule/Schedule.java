package com.quanticity.ibkr.execution.algo.schedule;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A plan of how much of a parent shall be filled or out at a time. */
public sealed interface Schedule permits AtOnce, Twap, Vwap, Participation, Iceberg {

    /** When it may trade. */
    Window window();

    /**
     * Quantity that shall be filled or out by now, cumulative, not rounded, from zero to the target. Called within the window only.
     *
     * @return null when the plan cannot tell, because what it follows is not known
     */
    @Nullable BigDecimal due(Progress progress, Instant now);

    /** When {@link #due} can grow next by time alone; null when time alone does not change it. */
    @Nullable Instant nextChange(Instant now);
}
