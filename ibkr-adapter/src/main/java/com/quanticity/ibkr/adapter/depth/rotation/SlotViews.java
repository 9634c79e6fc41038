package com.quanticity.ibkr.adapter.depth.rotation;

import com.quanticity.ibkr.adapter.depth.rotation.RotationView.SlotView;
import com.quanticity.ibkr.adapter.depth.rotation.RotationView.Use;
import com.quanticity.ibkr.adapter.depth.rotation.SlotState.BackingOff;
import com.quanticity.ibkr.adapter.depth.rotation.SlotState.Free;
import com.quanticity.ibkr.adapter.depth.rotation.SlotState.HeldElsewhere;
import com.quanticity.ibkr.adapter.depth.rotation.SlotState.Live;
import com.quanticity.ibkr.adapter.depth.rotation.SlotState.Releasing;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Slots as pages see them. */
final class SlotViews {

    private SlotViews() {}

    static SlotView of(Slot slot, RotationQueue queue, Instant now) {
        return switch (slot.state()) {
            case Live live -> live(slot, live, queue, now);
            case Releasing releasing ->
                new SlotView(
                        slot.number,
                        Use.RELEASING,
                        false,
                        releasing.symbol(),
                        releasing.requestId(),
                        releasing.cancelledAt(),
                        null,
                        Duration.ZERO,
                        slot.firstRowAt(),
                        slot.rows(),
                        releasing.readAt() == null
                                ? "the gateway has not shown that it read the cancel"
                                : "late rows are waited for");
            case Free _ -> empty(slot, Use.FREE, "");
            case BackingOff off -> empty(slot, Use.BACKING_OFF, off.reason() + "; tried again at " + off.until());
            case HeldElsewhere held ->
                empty(
                        slot,
                        Use.HELD_ELSEWHERE,
                        "309 again and again: a TWS window or another client holds it; tried again at " + held.until()
                                + " or by resume");
        };
    }

    private static SlotView live(Slot slot, Live live, RotationQueue queue, Instant now) {
        boolean pinned = queue.isPinned(live.symbol());
        Instant endsAt = pinned ? queue.pinnedUntil(live.symbol()) : live.endsAt();
        return new SlotView(
                slot.number,
                slot.firstRowAt() == null ? Use.REQUESTED : Use.LIVE,
                pinned,
                live.symbol(),
                live.requestId(),
                live.askedAt(),
                left(endsAt, now),
                live.budgetWait(),
                slot.firstRowAt(),
                slot.rows(),
                "");
    }

    private static @Nullable Duration left(@Nullable Instant endsAt, Instant now) {
        if (endsAt == null) {
            return null;
        }
        Duration left = Duration.between(now, endsAt);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static SlotView empty(Slot slot, Use use, String reason) {
        return new SlotView(slot.number, use, false, "", 0, null, null, Duration.ZERO, null, 0, reason);
    }
}
