package com.quanticity.ibkr.adapter.depth.rotation;

import com.quanticity.ibkr.adapter.depth.rotation.RotationPort.Asked;
import com.quanticity.ibkr.adapter.depth.rotation.SlotState.Live;
import com.quanticity.ibkr.adapter.depth.rotation.Turn.End;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The slot of the permanent symbol. Nothing of the rotation ever ends it; it is asked for anew when it ended otherwise, when its book
 * is broken or when it is silent.
 */
final class PermanentSlot {

    private final RotationRules rules;
    private final Slot slot;
    private final Releases releases;
    private final RotationPort port;
    private boolean isFull;
    private boolean needsRoom;
    private @Nullable Instant missingSince;
    private boolean isMissingTold;
    private String lastProblem = "no row has come";

    PermanentSlot(RotationRules rules, Slot slot, Releases releases, RotationPort port) {
        this.rules = rules;
        this.slot = slot;
        this.releases = releases;
        this.port = port;
    }

    /** True once for each refusal for want of a slot: the rotation must give one back. */
    boolean takeNeedOfRoom() {
        boolean needed = needsRoom;
        needsRoom = false;
        return needed;
    }

    /** True when nothing of the rotation stands behind it in the queue of requests. */
    boolean isServed() {
        return slot.live() != null
                || (slot.state() instanceof SlotState.BackingOff && !isFull)
                || !port.isKnown(rules.permanent());
    }

    void tick(Instant now) {
        if (slot.state() instanceof SlotState.BackingOff off && !now.isBefore(off.until())) {
            slot.become(new SlotState.Free());
        }
        if (slot.state() instanceof SlotState.Free && port.isKnown(rules.permanent())) {
            ask(now);
        }
        boolean resting = port.isResting(rules.permanent(), now);
        if (slot.live() instanceof Live live && !resting && isSilent(live, now)) {
            slot.silences++;
            end(End.SILENT, "no row for " + rules.silentAfter().toSeconds() + " s or longer", now);
        }
        watch(resting, now);
    }

    private void ask(Instant now) {
        switch (port.subscribe(rules.permanent(), true)) {
            case Asked.Sent sent -> {
                slot.begin(new Live(rules.permanent(), sent.requestId(), now, sent.budgetWait(), null));
                port.tell(new RotationEvent.Began(slot.number, rules.permanent(), sent.requestId(), now, null));
            }
            case Asked.NotSent(String reason) -> backOff(Duration.ofSeconds(1), "not sent: " + reason, now);
        }
    }

    private boolean isSilent(Live live, Instant now) {
        Instant since = slot.lastRowAt() == null ? live.askedAt().plus(live.budgetWait()) : slot.lastRowAt();
        Duration patience = rules.silentAfter().multipliedBy(1L << Math.min(slot.silences, 5));
        return Duration.between(since, now).compareTo(patience) > 0;
    }

    private void watch(boolean resting, Instant now) {
        Instant lastRowAt = slot.lastRowAt();
        boolean served = slot.live() != null
                && lastRowAt != null
                && Duration.between(lastRowAt, now).compareTo(rules.missingAfter()) < 0;
        if (served || resting || !port.isKnown(rules.permanent())) {
            excuse(served ? "rows come again" : "its market rests");
        } else if (missingSince == null) {
            missingSince = lastRowAt == null ? now : lastRowAt;
        } else if (!isMissingTold && !now.isBefore(missingSince.plus(rules.missingAfter()))) {
            isMissingTold = true;
            port.tell(new RotationEvent.Missing(rules.permanent(), missingSince, lastProblem));
        }
    }

    /** Nothing is expected of it now. */
    void excuse(String how) {
        missingSince = null;
        if (isMissingTold) {
            isMissingTold = false;
            port.tell(new RotationEvent.Back(rules.permanent(), how));
        }
    }

    void onProven() {
        isFull = false;
        lastProblem = "no row has come";
    }

    void onRefused(Live live, DepthRefusal refusal, String text, Instant now) {
        slot.failures++;
        lastProblem = text;
        isFull = refusal == DepthRefusal.FULL;
        needsRoom = isFull;
        switch (refusal) {
            case FULL -> {
                over(live, End.FULL, text, now);
                backOff(rules.doubling(rules.fullRetry(), slot.failures), text, now);
            }
            case HALTED -> {
                over(live, End.HALTED, text, now);
                backOff(rules.doubling(rules.permanentRetry(), slot.failures), text, now);
            }
            case REFUSED -> {
                over(live, End.REFUSED, text, now);
                backOff(rules.retryMax(), text, now);
            }
            case DUPLICATE -> end(End.DUPLICATE, text, now);
        }
    }

    /** Ends its request, so that it is asked for anew; does nothing when it has none. */
    void end(End end, String why, Instant now) {
        if (slot.live() instanceof Live live) {
            over(live, end, why, now);
            releases.begin(slot, live, now);
        }
    }

    void lose(String why, Instant now) {
        if (slot.live() instanceof Live live) {
            over(live, End.LOST, why, now);
        }
        slot.become(new SlotState.Free());
        slot.failures = 0;
        slot.silences = 0;
        isFull = false;
        needsRoom = false;
    }

    /** A person wants it tried at once. */
    void tryAgain() {
        if (slot.state() instanceof SlotState.BackingOff) {
            slot.become(new SlotState.Free());
        }
    }

    private void over(Live live, End end, String why, Instant now) {
        port.tell(new RotationEvent.Ended(slot.over(live, end, why, now)));
    }

    private void backOff(Duration pause, String why, Instant now) {
        slot.become(new SlotState.BackingOff(now.plus(pause), why));
    }
}
