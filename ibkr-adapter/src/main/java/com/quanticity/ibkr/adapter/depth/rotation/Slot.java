package com.quanticity.ibkr.adapter.depth.rotation;

import com.quanticity.ibkr.adapter.depth.rotation.SlotState.Live;
import com.quanticity.ibkr.adapter.depth.rotation.SlotState.Releasing;
import com.quanticity.ibkr.adapter.depth.rotation.Turn.End;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One of the depth subscriptions the login has. */
final class Slot {

    /** The permanent symbol's. */
    static final int PERMANENT = 1;

    final int number;
    private SlotState state = new SlotState.Free();
    private @Nullable Instant firstRowAt;
    private @Nullable Instant lastRowAt;
    private long rows;

    /** Failures of this slot in a row: 309 for all, 316 and refusals for the permanent one. */
    int failures;

    /** Times in a row that the permanent symbol was silent. */
    int silences;

    boolean isStuckTold;

    /** It was told to be out of the rotation, and has not been served since. */
    boolean isOutTold;

    Slot(int number) {
        this.number = number;
    }

    boolean isPermanent() {
        return number == PERMANENT;
    }

    SlotState state() {
        return state;
    }

    void become(SlotState next) {
        state = next;
    }

    void begin(Live live) {
        state = live;
        firstRowAt = null;
        lastRowAt = null;
        rows = 0;
    }

    /** Its turn, null when it has none. */
    @Nullable Live live() {
        return state instanceof Live live ? live : null;
    }

    /** Id of its request, running or being released; 0 for none. */
    int requestId() {
        return switch (state) {
            case Live live -> live.requestId();
            case Releasing releasing -> releasing.requestId();
            case SlotState.Free _, SlotState.BackingOff _, SlotState.HeldElsewhere _ -> 0;
        };
    }

    /** True for the first row. */
    boolean onRow(Instant at) {
        rows++;
        lastRowAt = at;
        if (firstRowAt != null) {
            return false;
        }
        firstRowAt = at;
        failures = 0;
        return true;
    }

    @Nullable Instant firstRowAt() {
        return firstRowAt;
    }

    @Nullable Instant lastRowAt() {
        return lastRowAt;
    }

    long rows() {
        return rows;
    }

    Turn over(Live live, End end, String reason, Instant now) {
        return new Turn(
                number,
                live.symbol(),
                live.requestId(),
                live.askedAt(),
                live.budgetWait(),
                firstRowAt,
                now,
                rows,
                end,
                reason);
    }
}
