package com.quanticity.ibkr.adapter.depth.rotation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rotation at one moment.
 *
 * @param reason why nothing rotates, empty when something does
 * @param slots in order, the permanent one first
 * @param queue who waits, next first
 * @param pinned pinned symbols that have no slot at the moment
 * @param refused symbols that are passed over because the broker does not serve them
 * @param at the moment
 */
public record RotationView(
        RotationState state,
        String reason,
        List<SlotView> slots,
        List<Waiting> queue,
        List<String> pinned,
        List<RefusedSymbol> refused,
        Instant at) {

    /**
     * One slot.
     *
     * @param slot number, 1 is the permanent one
     * @param symbol who has it, or is being released; empty when nobody
     * @param requestId 0 when nobody has it
     * @param since when it was asked for, or cancelled while RELEASING; null when nobody has it
     * @param timeLeft of the turn; null when it has no end: permanent, pinned without deadline, or nobody has it
     * @param waitedForBudget how long the request waited for the message budget
     * @param firstRowAt null when no row has come
     * @param rows messages of this turn
     * @param reason why it is not in use, empty when it is
     */
    public record SlotView(
            int slot,
            Use use,
            boolean isPinned,
            String symbol,
            int requestId,
            @Nullable Instant since,
            @Nullable Duration timeLeft,
            Duration waitedForBudget,
            @Nullable Instant firstRowAt,
            long rows,
            String reason) {

        /** The same while what it is asked for cannot be trusted. */
        SlotView held(String why) {
            return use != Use.LIVE && use != Use.REQUESTED
                    ? this
                    : new SlotView(
                            slot,
                            Use.HELD,
                            isPinned,
                            symbol,
                            requestId,
                            since,
                            timeLeft,
                            waitedForBudget,
                            firstRowAt,
                            rows,
                            why);
        }
    }

    /** What a slot is doing. */
    public enum Use {
        FREE,
        /** Asked for, no row yet. */
        REQUESTED,
        LIVE,
        /** Asked for, but its rows are not to be trusted now: no session, a broken farm, or another session has the data. */
        HELD,
        /** Cancelled, not known to be free. */
        RELEASING,
        /** Waits before it is tried again. */
        BACKING_OFF,
        /** 309 again and again: somebody else has it. */
        HELD_ELSEWHERE
    }

    /**
     * One who waits.
     *
     * @param isPassedOnce its next turn is given to the one behind it
     * @param problem why it cannot have a turn, empty when it can
     */
    public record Waiting(String symbol, boolean isPassedOnce, String problem) {}

    /** One the broker does not serve. */
    public record RefusedSymbol(String symbol, int code, String text, Instant retryAt) {}
}
