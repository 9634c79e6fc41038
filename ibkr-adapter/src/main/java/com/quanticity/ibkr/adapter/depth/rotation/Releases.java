package com.quanticity.ibkr.adapter.depth.rotation;

import com.quanticity.ibkr.adapter.depth.rotation.SlotState.Live;
import com.quanticity.ibkr.adapter.depth.rotation.SlotState.Releasing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Slots on their way back. A cancel has no acknowledgement, so three things stand in for it: the answer to a later question shows that
 * it was read, no late row for the quiet time that nothing is on its way any more, and a 309 on the next request would show the
 * contrary. Source: wire specification, behaviour section 5; correction X05.
 */
final class Releases {

    /** A question that could not be asked, or was not answered, is asked again after this. */
    private static final Duration ASK_AGAIN = Duration.ofSeconds(1);

    private final RotationRules rules;
    private final RotationPort port;
    private int lastBarrier;
    private int open;
    private int unanswered;
    private Instant notBefore = Instant.MIN;

    Releases(RotationRules rules, RotationPort port) {
        this.rules = rules;
        this.port = port;
    }

    void begin(Slot slot, Live live, Instant now) {
        port.cancel(live.symbol(), live.requestId());
        slot.become(new Releasing(live.symbol(), live.requestId(), now, 0, null));
    }

    /** Frees what is free, and asks where it is not known. */
    void tick(List<Slot> slots, Instant now) {
        for (Slot slot : slots) {
            if (slot.state() instanceof Releasing releasing && isFree(releasing, now)) {
                slot.become(new SlotState.Free());
                port.tell(new RotationEvent.Freed(
                        slot.number,
                        releasing.symbol(),
                        releasing.requestId(),
                        Duration.between(releasing.cancelledAt(), now)));
            }
        }
        if (open == 0 && !now.isBefore(notBefore) && slots.stream().anyMatch(Releases::needsBarrier)) {
            ask(slots);
        }
    }

    private boolean isFree(Releasing releasing, Instant now) {
        Instant readAt = releasing.readAt();
        if (readAt == null) {
            return false;
        }
        Instant lateAt = port.lastLateRowAt(releasing.requestId());
        Instant quietSince = lateAt == null || lateAt.isBefore(readAt) ? readAt : lateAt;
        return !now.isBefore(quietSince.plus(rules.quiet()));
    }

    private static boolean needsBarrier(Slot slot) {
        return slot.state() instanceof Releasing releasing && releasing.readAt() == null && releasing.barrier() == 0;
    }

    private void ask(List<Slot> slots) {
        open = ++lastBarrier;
        for (Slot slot : slots) {
            if (needsBarrier(slot) && slot.state() instanceof Releasing releasing) {
                slot.become(releasing.asked(open));
            }
        }
        port.askBarrier(open);
    }

    /** Returns true when the questions were left unanswered too often. */
    boolean onBarrier(List<Slot> slots, int number, BarrierResult result, Instant now) {
        if (number != open) {
            return false;
        }
        open = 0;
        boolean answered = result == BarrierResult.ANSWERED;
        for (Slot slot : slots) {
            if (slot.state() instanceof Releasing releasing && releasing.barrier() == number) {
                slot.become(answered ? releasing.read(now) : releasing.asked(0));
            }
        }
        if (answered) {
            unanswered = 0;
            return false;
        }
        notBefore = now.plus(ASK_AGAIN);
        unanswered += result == BarrierResult.UNANSWERED ? 1 : 0;
        return unanswered >= rules.barrierLimit();
    }

    /** 310: the gateway has read the cancel, and knows of no such request. */
    void onUnknownAtGateway(Slot slot, Instant now) {
        if (slot.state() instanceof Releasing releasing && releasing.readAt() == null) {
            slot.become(releasing.read(now));
        }
    }

    void forgetUnanswered() {
        unanswered = 0;
    }

    /** The connection is gone: an answer to an older question says nothing. */
    void forget() {
        open = 0;
        unanswered = 0;
        notBefore = Instant.MIN;
    }
}
