package com.quanticity.ibkr.adapter.depth.rotation;

import com.quanticity.ibkr.adapter.depth.rotation.CommandOutcome.Denied;
import com.quanticity.ibkr.adapter.depth.rotation.CommandOutcome.Done;
import com.quanticity.ibkr.adapter.depth.rotation.RotationQueue.Refusal;
import com.quanticity.ibkr.adapter.depth.rotation.SlotState.Live;
import com.quanticity.ibkr.adapter.depth.rotation.SlotState.Releasing;
import com.quanticity.ibkr.adapter.depth.rotation.Turn.End;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Shares the depth subscriptions out: the first is the permanent symbol's, the others are given to the symbols of a queue in turn. A
 * slot that was cancelled is used again only when it is known to be free, so that never more are open or being released than there
 * are. Time comes in as an argument; {@link #tick} makes it pass. Not thread-safe.
 */
public final class Rotation {

    private final RotationRules rules;
    private final RotationPort port;
    private final List<Slot> slots = new ArrayList<>();
    private final RotationQueue queue;
    private final Brakes brakes = new Brakes();
    private final Releases releases;
    private final PermanentSlot permanent;
    private final RotatingSlots rotating;

    public Rotation(RotationRules rules, List<String> symbols, RotationPort port) {
        this.rules = rules;
        this.port = port;
        for (int number = Slot.PERMANENT; number <= rules.slots(); number++) {
            slots.add(new Slot(number));
        }
        this.queue = new RotationQueue(symbols, port::isKnown);
        this.releases = new Releases(rules, port);
        this.permanent = new PermanentSlot(rules, slots.getFirst(), releases, port);
        this.rotating = new RotatingSlots(rules, slots.subList(Slot.PERMANENT, slots.size()), queue, releases, port);
    }

    /** READY or DEGRADED. What the gateway kept over a gap is asked for anew, as rows of it may be missing. */
    public void onUsable(Instant now) {
        if (!brakes.isUsable()) {
            brakes.usable();
            renew("session is usable again", now);
            tick(now);
        }
    }

    /** Not READY, and the gateway may keep what it streams. */
    public void onSuspended(String why) {
        brakes.unusable(why);
        permanent.excuse("session: " + why);
    }

    /** The gateway has forgotten everything: every slot is free. */
    public void onLost(String why, Instant now) {
        brakes.unusable(why);
        permanent.excuse("session: " + why);
        releases.forget();
        permanent.lose(why, now);
        rotating.lose(why, now);
    }

    /** A farm we need is broken or another session has the data; an empty text ends it. */
    public void onHold(String why, Instant now) {
        boolean ends = brakes.isHeld() && why.isEmpty();
        brakes.hold(why);
        if (!why.isEmpty()) {
            permanent.excuse(why);
        }
        if (ends && brakes.isUsable()) {
            renew("data is back", now);
            tick(now);
        }
    }

    private void renew(String why, Instant now) {
        permanent.end(End.RENEWED, why, now);
        rotating.renew(why, now);
    }

    /** A row came; called on the hot path. */
    public void onRow(int requestId, Instant now) {
        Slot slot = find(requestId);
        if (slot != null && slot.live() instanceof Live live && slot.onRow(now)) {
            port.tell(new RotationEvent.Proven(slot.number, live.symbol(), requestId, now, live.endsAt()));
            if (slot.isPermanent()) {
                permanent.onProven();
            } else {
                rotating.onProven(slot, live);
            }
        }
    }

    /** The broker ended a request. */
    public void onRefused(int requestId, DepthRefusal refusal, int code, String text, Instant now) {
        Slot slot = find(requestId);
        if (slot == null) {
            return;
        }
        if (slot.state() instanceof Releasing) {
            // The request was dead before its cancel was read.
            slot.become(new SlotState.Free());
        } else if (slot.live() instanceof Live live && slot.isPermanent()) {
            permanent.onRefused(live, refusal, code + " " + text, now);
        } else if (slot.live() instanceof Live live) {
            rotating.onRefused(slot, live, refusal, code, text, now);
        }
    }

    /** 310: the gateway knows of no request that we cancelled. */
    public void onUnknownAtGateway(int requestId, Instant now) {
        Slot slot = find(requestId);
        if (slot != null) {
            releases.onUnknownAtGateway(slot, now);
        }
    }

    /** The book of a request cannot be believed: asked for anew. */
    public void onBroken(int requestId, String why, Instant now) {
        Slot slot = find(requestId);
        if (slot != null && slot.isPermanent()) {
            permanent.end(End.BROKEN, why, now);
        } else if (slot != null && slot.live() instanceof Live) {
            rotating.onBroken(slot, why, now);
        }
    }

    public void onBarrier(int number, BarrierResult result, Instant now) {
        if (releases.onBarrier(slots, number, result, now) && brakes.disabledUntil() == null) {
            Instant until = now.plus(rules.disabledFor());
            String why = "cancels are not acknowledged: the gateway left " + rules.barrierLimit()
                    + " questions after a cancel unanswered";
            brakes.disable(why, until);
            port.tell(new RotationEvent.Disabled(0, why, until));
        }
    }

    /** Time has passed. */
    public void tick(Instant now) {
        queue.expirePins(now);
        if (!brakes.isUsable()) {
            return;
        }
        enableWhenDue(now);
        releases.tick(slots, now);
        if (!brakes.mayAsk()) {
            return;
        }
        permanent.tick(now);
        rotating.tickHeld(now);
        if (brakes.mayTurn()) {
            rotating.tick(permanent.takeNeedOfRoom(), permanent.isServed(), now);
        }
    }

    private void enableWhenDue(Instant now) {
        Instant until = brakes.disabledUntil();
        if (until != null && !now.isBefore(until)) {
            enable("tried again after " + rules.disabledFor().toSeconds() + " s");
        }
    }

    private void enable(String how) {
        if (brakes.disabledUntil() != null) {
            brakes.enable();
            releases.forgetUnanswered();
            port.tell(new RotationEvent.Enabled(0, how));
        }
    }

    /** Gives a symbol a slot until it is unpinned or, when not null, a moment. Takes the turn that would end first. */
    public CommandOutcome pin(String symbol, @Nullable Instant until, Instant now) {
        if (symbol.equals(rules.permanent())) {
            return new Done();
        }
        if (until != null && !until.isAfter(now)) {
            return new Denied("PIN_IN_THE_PAST", "until " + until + " has passed; give a later moment or none");
        }
        int others = (int)
                queue.pinned().stream().filter(pinned -> !pinned.equals(symbol)).count();
        if (others >= slots.size() - 1) {
            return new Denied(
                    "NO_SLOT_LEFT",
                    "all " + (slots.size() - 1) + " rotating slots are pinned by " + queue.pinned()
                            + "; unpin one first");
        }
        queue.pin(symbol, until);
        rotating.makeRoomFor(symbol, brakes.mayTurn(), now);
        tick(now);
        return new Done();
    }

    public CommandOutcome unpin(String symbol, Instant now) {
        queue.unpin(symbol);
        tick(now);
        return new Done();
    }

    /** Ends the turn of a symbol; when it has none its next turn is passed once. */
    public CommandOutcome skip(String symbol, Instant now) {
        if (symbol.equals(rules.permanent())) {
            return new Denied("PERMANENT", symbol + " keeps its slot; ibkr.adapter.depth.permanent names it");
        }
        if (queue.isPinned(symbol)) {
            return new Denied("PINNED", symbol + " is pinned; unpin it first");
        }
        if (rotating.isLive(symbol)) {
            rotating.skip(symbol, now);
            tick(now);
        } else if (queue.isMember(symbol)) {
            queue.passOnce(symbol);
        } else {
            return new Denied("NOT_IN_QUEUE", symbol + " is not in the rotation; add it to the queue first");
        }
        return new Done();
    }

    /** Sets who rotates, in which order. A symbol left out ends its turn and does not come again. */
    public CommandOutcome queue(List<String> symbols, Instant now) {
        if (symbols.contains(rules.permanent())) {
            return new Denied("PERMANENT", rules.permanent() + " has a slot of its own; leave it out of the queue");
        }
        if (Set.copyOf(symbols).size() != symbols.size()) {
            return new Denied("TWICE", "a symbol is named twice; name each once");
        }
        queue.replace(symbols, rotating.live());
        tick(now);
        return new Done();
    }

    /** Turns stay as they are until {@link #resume}. */
    public CommandOutcome pause(String reason, Instant now) {
        brakes.pause(reason, now);
        return new Done();
    }

    /** Goes on where it was paused, and tries again what is disabled, held elsewhere or refused. */
    public CommandOutcome resume(Instant now) {
        Instant pausedAt = brakes.unpause();
        if (pausedAt != null) {
            rotating.prolong(Duration.between(pausedAt, now));
        }
        enable("resumed by a person");
        queue.members().forEach(queue::forgetRefusal);
        queue.pinned().forEach(queue::forgetRefusal);
        rotating.tryAgain();
        permanent.tryAgain();
        tick(now);
        return new Done();
    }

    /** What is to be kept over a restart. */
    public RotationWishes wishes() {
        List<String> live = slots.stream()
                .filter(slot -> !slot.isPermanent())
                .flatMap(slot -> slot.live() instanceof Live turn ? Stream.of(turn.symbol()) : Stream.empty())
                .toList();
        return queue.wishes(live, brakes.pausedBecause());
    }

    /**
     * Goes on where another start of this service ended. Called before there is a session.
     *
     * @param wishes what was kept
     * @param configured who rotates by the configuration; when it was changed meanwhile it counts, not what was ordered before
     * @param hasChanged whether it was changed
     */
    public void restore(RotationWishes wishes, List<String> configured, boolean hasChanged, Instant now) {
        queue.restore(hasChanged ? wishes.withMembers(configured) : wishes);
        queue.expirePins(now);
        if (wishes.pausedBecause() != null) {
            brakes.pause(wishes.pausedBecause(), now);
        }
    }

    public RotationView view(Instant now) {
        List<RotationView.Waiting> waiting = queue.waiting().stream()
                .map(symbol -> new RotationView.Waiting(symbol, queue.isPassedOnce(symbol), problem(symbol, now)))
                .toList();
        Set<String> live = rotating.live();
        RotationState state = brakes.state();
        String why = brakes.why();
        if (state == RotationState.ROTATING) {
            why = rotating.whyNothingRotates(now);
            state = why.isEmpty() ? state : RotationState.NOTHING_TO_ROTATE;
        }
        return new RotationView(
                state,
                why,
                slotViews(now),
                waiting,
                queue.pinned().stream()
                        .filter(symbol -> !live.contains(symbol))
                        .sorted()
                        .toList(),
                refused(now),
                now);
    }

    private List<RotationView.SlotView> slotViews(Instant now) {
        boolean isHeld = brakes.isHeld() || !brakes.isUsable();
        return slots.stream()
                .map(slot -> SlotViews.of(slot, queue, now))
                .map(slot -> isHeld ? slot.held(brakes.why()) : slot)
                .toList();
    }

    private List<RotationView.RefusedSymbol> refused(Instant now) {
        List<RotationView.RefusedSymbol> refused = new ArrayList<>();
        for (String symbol : queue.members()) {
            Refusal refusal = queue.refusal(symbol);
            if (refusal != null && now.isBefore(refusal.retryAt())) {
                refused.add(new RotationView.RefusedSymbol(symbol, refusal.code(), refusal.text(), refusal.retryAt()));
            }
        }
        return refused;
    }

    private String problem(String symbol, Instant now) {
        Refusal refusal = queue.refusal(symbol);
        if (refusal != null && now.isBefore(refusal.retryAt())) {
            return "refused " + refusal.code() + "; tried again at " + refusal.retryAt() + " or by resume";
        }
        return queue.isKnown(symbol) ? "" : "contract not resolved; add it to ibkr.adapter.watch-list";
    }

    /** Symbols whose depth is asked for, the permanent one included. */
    public Set<String> live() {
        return RotatingSlots.live(slots);
    }

    private @Nullable Slot find(int requestId) {
        for (int i = 0; i < slots.size(); i++) {
            if (requestId != 0 && slots.get(i).requestId() == requestId) {
                return slots.get(i);
            }
        }
        return null;
    }
}
