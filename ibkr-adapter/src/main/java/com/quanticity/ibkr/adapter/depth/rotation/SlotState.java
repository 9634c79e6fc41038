package com.quanticity.ibkr.adapter.depth.rotation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a slot stands. */
sealed interface SlotState {

    record Free() implements SlotState {}

    /**
     * Asked for, and not ended by anybody.
     *
     * @param endsAt when the turn is over, null for the permanent symbol
     */
    record Live(
            String symbol,
            int requestId,
            Instant askedAt,
            Duration budgetWait,
            @Nullable Instant endsAt) implements SlotState {

        Live until(@Nullable Instant end) {
            return new Live(symbol, requestId, askedAt, budgetWait, end);
        }
    }

    /**
     * Cancelled, and perhaps not free yet.
     *
     * @param barrier number of the question asked after the cancel, 0 when none is under way
     * @param readAt when the gateway was known to have read the cancel, null before
     */
    record Releasing(
            String symbol,
            int requestId,
            Instant cancelledAt,
            int barrier,
            @Nullable Instant readAt) implements SlotState {

        Releasing asked(int number) {
            return new Releasing(symbol, requestId, cancelledAt, number, readAt);
        }

        Releasing read(Instant at) {
            return new Releasing(symbol, requestId, cancelledAt, barrier, at);
        }
    }

    /** Not used before a moment. */
    record BackingOff(Instant until, String reason) implements SlotState {}

    /** Somebody else holds it: out of the rotation for a while. */
    record HeldElsewhere(Instant until) implements SlotState {}
}
