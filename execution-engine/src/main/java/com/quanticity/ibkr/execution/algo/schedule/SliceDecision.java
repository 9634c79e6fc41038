package com.quanticity.ibkr.execution.algo.schedule;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an algorithm does now. */
public sealed interface SliceDecision {

    /** A child of this quantity goes out. */
    record Send(BigDecimal quantity) implements SliceDecision {}

    /**
     * Nothing is due.
     *
     * @param until when time alone can change that, null when only a fill or the market can
     */
    record Wait(@Nullable Instant until) implements SliceDecision {}

    /** Nothing is sent until the reason is over; children that are out stay. */
    record Paused(PauseReason reason) implements SliceDecision {}

    /** Nothing is sent any more and children that are out are cancelled. */
    record Stopped(StopReason reason) implements SliceDecision {}

    /** Why nothing is sent for now. */
    enum PauseReason {
        /** The contract's data is not live, or not known to be. */
        MARKET_NOT_LIVE,
        /** The volume to take part in is not known. */
        VOLUME_UNKNOWN,
        /** Nobody has said yet whether trading is allowed. */
        TRADING_STATE_UNKNOWN,
        /** Only orders that lower exposure are allowed; an algorithm does not prove that of its slices. */
        REDUCING
    }

    /** Why nothing is sent any more. */
    enum StopReason {
        /** Everything is filled. */
        COMPLETE,
        /** The window is over and the rest stays untraded. */
        WINDOW_OVER,
        /** Trading is halted; a person starts the parent anew. */
        HALTED
    }
}
