package com.quanticity.ibkr.adapter.depth.rotation;

import com.quanticity.ibkr.adapter.depth.rotation.RotationPort.Asked;
import com.quanticity.ibkr.adapter.depth.rotation.RotationQueue.Refusal;
import com.quanticity.ibkr.adapter.depth.rotation.SlotState.BackingOff;
import com.quanticity.ibkr.adapter.depth.rotation.SlotState.Free;
import com.quanticity.ibkr.adapter.depth.rotation.SlotState.HeldElsewhere;
import com.quanticity.ibkr.adapter.depth.rotation.SlotState.Live;
import com.quanticity.ibkr.adapter.depth.rotation.Turn.End;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The slots that change hands. */
final class RotatingSlots {

    private static final Duration SHORT_PAUSE = Duration.ofSeconds(1);

    private final RotationRules rules;
    private final List<Slot> slots;
    private final RotationQueue queue;
    private final Releases releases;
    private final RotationPort port;
    private final Map<String, Integer> brokenInARow = new HashMap<>();
    private Instant notBefore = Instant.MIN;

    RotatingSlots(RotationRules rules, List<Slot> slots, RotationQueue queue, Releases releases, RotationPort port) {
        this.rules = rules;
        this.slots = slots;
        this.queue = queue;
        this.releases = releases;
        this.port = port;
    }

    Set<String> live() {
        return live(slots);
    }

    /** Symbols whose depth is asked for. */
    static Set<String> live(List<Slot> slots) {
        return slots.stream()
                .map(Slot::live)
                .filter(Objects::nonNull)
                .map(Live::symbol)
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean isLive(String symbol) {
        return find(symbol) != null;
    }

    /** Slots that are out of the rotation for a while come back, whatever holds up the turns. */
    void tickHeld(Instant now) {
        for (Slot slot : slots) {
            if (slot.state() instanceof BackingOff off && !now.isBefore(off.until())) {
                slot.become(new Free());
            }
            if (slot.state() instanceof HeldElsewhere held && !now.isBefore(held.until())) {
                slot.become(new Free());
            }
        }
    }

    /**
     * Ends turns and begins turns.
     *
     * @param giveRoom the permanent symbol found no slot: one is given back
     * @param mayAsk the permanent symbol comes first
     */
    void tick(boolean giveRoom, boolean mayAsk, Instant now) {
        if (giveRoom) {
            giveRoom(now);
        }
        slots.forEach(slot -> endWhenDue(slot, now));
        if (mayAsk) {
            slots.forEach(slot -> begin(slot, now));
        }
        slots.forEach(slot -> watch(slot, now));
    }

    private void giveRoom(Instant now) {
        boolean onItsWay = slots.stream().anyMatch(slot -> slot.state() instanceof SlotState.Releasing);
        if (!onItsWay) {
            slots.stream()
                    .filter(slot -> slot.live() != null)
                    .reduce((_, last) -> last)
                    .ifPresent(slot -> cutShort(slot, End.DISPLACED, "the permanent symbol found no slot", now));
        }
    }

    private void endWhenDue(Slot slot, Instant now) {
        if (slot.live() instanceof Live live
                && !queue.isPinned(live.symbol())
                && live.endsAt() != null
                && !now.isBefore(live.endsAt())
                && (queue.hasNext(live(), now) || !queue.isMember(live.symbol()))) {
            boolean served = slot.firstRowAt() != null;
            if (served) {
                brokenInARow.remove(live.symbol());
            }
            end(slot, live, served ? End.SERVED : End.NO_DATA, "", now);
            queue.toTail(live.symbol());
        }
    }

    private void begin(Slot slot, Instant now) {
        if (!(slot.state() instanceof Free) || now.isBefore(notBefore)) {
            return;
        }
        String symbol = queue.next(live(), now);
        if (symbol == null) {
            return;
        }
        switch (port.subscribe(symbol, false)) {
            case Asked.Sent sent -> {
                queue.take(symbol);
                Instant endsAt = now.plus(sent.budgetWait()).plus(rules.turn());
                slot.begin(new Live(symbol, sent.requestId(), now, sent.budgetWait(), endsAt));
                notBefore = now.plus(rules.stagger());
                port.tell(new RotationEvent.Began(slot.number, symbol, sent.requestId(), now, endsAt));
            }
            case Asked.NotSent(String reason) ->
                slot.become(new BackingOff(now.plus(SHORT_PAUSE), "not sent: " + reason));
        }
    }

    private void watch(Slot slot, Instant now) {
        String symbol = switch (slot.state()) {
            case Live live -> live.symbol();
            case SlotState.Releasing releasing -> releasing.symbol();
            case Free _, BackingOff _, HeldElsewhere _ -> "";
        };
        Instant since = switch (slot.state()) {
            case Live live -> live.askedAt().plus(live.budgetWait());
            case SlotState.Releasing releasing -> releasing.cancelledAt();
            case Free _, BackingOff _, HeldElsewhere _ -> now;
        };
        boolean stuck = !queue.isPinned(symbol)
                && queue.hasNext(live(), now)
                && Duration.between(since, now).compareTo(rules.stuckAfter()) > 0;
        if (stuck && !slot.isStuckTold) {
            slot.isStuckTold = true;
            port.tell(new RotationEvent.Stuck(slot.number, symbol, since));
        } else if (!stuck && slot.isStuckTold) {
            slot.isStuckTold = false;
            port.tell(new RotationEvent.Unstuck(slot.number, symbol));
        }
    }

    void onRefused(Slot slot, Live live, DepthRefusal refusal, int code, String text, Instant now) {
        String reason = code + " " + text;
        switch (refusal) {
            case FULL -> onFull(slot, live, reason, now);
            case HALTED -> {
                over(slot, live, End.HALTED, reason, now);
                slot.become(new Free());
                queue.refuse(live.symbol(), new Refusal(code, text, now.plus(rules.retryMax())));
                queue.toTail(live.symbol());
            }
            case DUPLICATE -> {
                over(slot, live, End.DUPLICATE, reason, now);
                slot.become(new BackingOff(now.plus(SHORT_PAUSE), reason));
                queue.toFront(live.symbol());
            }
            case REFUSED -> {
                over(slot, live, End.REFUSED, reason, now);
                slot.become(new Free());
                Instant retryAt = now.plus(rules.refusedRetry());
                queue.refuse(live.symbol(), new Refusal(code, text, retryAt));
                queue.toTail(live.symbol());
                port.tell(new RotationEvent.Refused(live.symbol(), live.requestId(), code, text, retryAt));
            }
        }
    }

    private void onFull(Slot slot, Live live, String reason, Instant now) {
        over(slot, live, End.FULL, reason, now);
        queue.toFront(live.symbol());
        slot.failures++;
        if (slot.failures < rules.fullLimit()) {
            slot.become(new BackingOff(now.plus(rules.doubling(rules.fullRetry(), slot.failures)), reason));
            return;
        }
        Instant until = now.plus(rules.disabledFor());
        slot.become(new HeldElsewhere(until));
        if (!slot.isOutTold) {
            slot.isOutTold = true;
            port.tell(new RotationEvent.Disabled(
                    slot.number,
                    "no free slot " + slot.failures + " times in a row (309); " + rotatingNow() + " of " + slots.size()
                            + " still rotate",
                    until));
        }
    }

    private long rotatingNow() {
        return slots.stream()
                .filter(slot -> !(slot.state() instanceof HeldElsewhere))
                .count();
    }

    /** The first row of a turn. */
    void onProven(Slot slot, Live live) {
        queue.forgetRefusal(live.symbol());
        if (slot.isOutTold) {
            slot.isOutTold = false;
            port.tell(new RotationEvent.Enabled(slot.number, "the gateway served it again"));
        }
    }

    /** Asked for anew at once; when it breaks again, in its turn. */
    void onBroken(Slot slot, String why, Instant now) {
        if (slot.live() instanceof Live live) {
            boolean again = brokenInARow.merge(live.symbol(), 1, Integer::sum) > 1;
            end(slot, live, End.BROKEN, why, now);
            requeue(live.symbol(), !again);
        }
    }

    private void requeue(String symbol, boolean front) {
        if (front) {
            queue.toFront(symbol);
        } else {
            queue.toTail(symbol);
        }
    }

    /** The pinned symbol gets the slot whose turn would end first. */
    void makeRoomFor(String symbol, boolean mayTurn, Instant now) {
        boolean hasFree = slots.stream().anyMatch(slot -> slot.state() instanceof Free);
        if (!mayTurn || isLive(symbol) || hasFree) {
            return;
        }
        slots.stream()
                .filter(slot -> slot.live() instanceof Live live && !queue.isPinned(live.symbol()))
                .min(Comparator.comparing(RotatingSlots::endOf))
                .ifPresent(slot -> cutShort(slot, End.DISPLACED, symbol + " was pinned", now));
    }

    private static Instant endOf(Slot slot) {
        return slot.live() instanceof Live live && live.endsAt() != null ? live.endsAt() : Instant.MAX;
    }

    void skip(String symbol, Instant now) {
        Slot slot = find(symbol);
        if (slot != null && slot.live() instanceof Live live) {
            end(slot, live, End.SKIPPED, "skipped by a person", now);
            queue.toTail(symbol);
        }
    }

    /** Every turn begins anew, in the same order and before all who wait. */
    void renew(String why, Instant now) {
        slots.reversed().forEach(slot -> cutShort(slot, End.RENEWED, why, now));
    }

    void lose(String why, Instant now) {
        for (Slot slot : slots.reversed()) {
            if (slot.live() instanceof Live live) {
                over(slot, live, End.LOST, why, now);
                queue.toFront(live.symbol());
            }
            slot.become(new Free());
        }
        notBefore = Instant.MIN;
    }

    void prolong(Duration by) {
        for (Slot slot : slots) {
            if (slot.live() instanceof Live live && live.endsAt() != null) {
                slot.become(live.until(live.endsAt().plus(by)));
            }
        }
    }

    void tryAgain() {
        for (Slot slot : slots) {
            if (slot.state() instanceof BackingOff || slot.state() instanceof HeldElsewhere) {
                slot.become(new Free());
            }
        }
    }

    /** Empty when turns change hands. */
    String whyNothingRotates(Instant now) {
        if (slots.isEmpty()) {
            return "there is only the permanent slot; raise ibkr.adapter.depth.slots";
        }
        if (slots.stream().allMatch(slot -> slot.state() instanceof HeldElsewhere)) {
            return "every rotating slot is held elsewhere";
        }
        if (slots.stream().allMatch(slot -> slot.live() instanceof Live live && queue.isPinned(live.symbol()))) {
            return "every rotating slot is pinned; unpin one to rotate";
        }
        return queue.hasNext(live(), now) ? "" : "nobody waits who can have a turn";
    }

    private void cutShort(Slot slot, End end, String why, Instant now) {
        if (slot.live() instanceof Live live) {
            end(slot, live, end, why, now);
            queue.toFront(live.symbol());
        }
    }

    private void end(Slot slot, Live live, End end, String why, Instant now) {
        over(slot, live, end, why, now);
        releases.begin(slot, live, now);
    }

    private void over(Slot slot, Live live, End end, String why, Instant now) {
        port.tell(new RotationEvent.Ended(slot.over(live, end, why, now)));
    }

    private @Nullable Slot find(String symbol) {
        return slots.stream()
                .filter(slot ->
                        slot.live() instanceof Live live && live.symbol().equals(symbol))
                .findFirst()
                .orElse(null);
    }
}
