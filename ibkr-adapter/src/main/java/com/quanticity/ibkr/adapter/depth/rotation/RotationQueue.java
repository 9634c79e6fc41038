package com.quanticity.ibkr.adapter.depth.rotation;

import com.quanticity.ibkr.adapter.depth.rotation.RotationWishes.Pin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who waits for a turn, in which order, and who is pinned, passed over or refused. */
final class RotationQueue {

    private final Set<String> members = new LinkedHashSet<>();
    private final List<String> waiting = new ArrayList<>();
    private final Map<String, Optional<Instant>> pins = new LinkedHashMap<>();
    private final Set<String> skipped = new HashSet<>();
    private final Map<String, Refusal> refused = new HashMap<>();
    private final Predicate<String> isKnown;

    /** Why a symbol is passed over. */
    record Refusal(int code, String text, Instant retryAt) {}

    RotationQueue(List<String> symbols, Predicate<String> isKnown) {
        this.isKnown = isKnown;
        members.addAll(symbols);
        waiting.addAll(symbols);
    }

    /** The next to have a turn, null when nobody waits who could. Does not take it. */
    @Nullable String next(Collection<String> live, Instant now) {
        for (String pinned : pins.keySet()) {
            if (!live.contains(pinned) && isServable(pinned, now)) {
                return pinned;
            }
        }
        for (String symbol : List.copyOf(waiting)) {
            if (isServable(symbol, now)) {
                if (!skipped.remove(symbol)) {
                    return symbol;
                }
                waiting.remove(symbol);
                waiting.add(symbol);
            }
        }
        // All that could have a turn were to be passed over once: that is done.
        return waiting.stream()
                .filter(symbol -> isServable(symbol, now))
                .findFirst()
                .orElse(null);
    }

    boolean hasNext(Collection<String> live, Instant now) {
        return pins.keySet().stream().anyMatch(symbol -> !live.contains(symbol) && isServable(symbol, now))
                || waiting.stream().anyMatch(symbol -> isServable(symbol, now));
    }

    private boolean isServable(String symbol, Instant now) {
        Refusal refusal = refused.get(symbol);
        return isKnown.test(symbol) && (refusal == null || !now.isBefore(refusal.retryAt()));
    }

    boolean isKnown(String symbol) {
        return isKnown.test(symbol);
    }

    void take(String symbol) {
        waiting.remove(symbol);
        skipped.remove(symbol);
    }

    /** Its turn is over. */
    void toTail(String symbol) {
        waiting.remove(symbol);
        if (members.contains(symbol)) {
            waiting.add(symbol);
        }
    }

    /** Its turn was cut short and shall come first. */
    void toFront(String symbol) {
        waiting.remove(symbol);
        if (members.contains(symbol)) {
            waiting.addFirst(symbol);
        }
    }

    void refuse(String symbol, Refusal refusal) {
        refused.put(symbol, refusal);
    }

    void forgetRefusal(String symbol) {
        refused.remove(symbol);
    }

    @Nullable Refusal refusal(String symbol) {
        return refused.get(symbol);
    }

    void passOnce(String symbol) {
        skipped.add(symbol);
    }

    boolean isPassedOnce(String symbol) {
        return skipped.contains(symbol);
    }

    void replace(List<String> symbols, Collection<String> live) {
        members.clear();
        members.addAll(symbols);
        waiting.clear();
        symbols.stream().filter(symbol -> !live.contains(symbol)).forEach(waiting::add);
        skipped.retainAll(members);
    }

    /** @param live who has a turn now, in the order of the slots */
    RotationWishes wishes(Collection<String> live, @Nullable String pausedBecause) {
        List<String> turns = new ArrayList<>(live);
        turns.retainAll(members);
        turns.addAll(waiting);
        List<Pin> pinned = pins.entrySet().stream()
                .map(pin -> new Pin(pin.getKey(), pin.getValue().orElse(null)))
                .toList();
        return new RotationWishes(
                members(), turns, pinned, skipped.stream().sorted().toList(), pausedBecause);
    }

    void restore(RotationWishes wishes) {
        replace(wishes.members(), List.of());
        List<String> turns = wishes.waiting().stream().filter(members::contains).toList();
        waiting.removeAll(turns);
        waiting.addAll(0, turns);
        wishes.pins().forEach(pin -> pin(pin.symbol(), pin.until()));
        wishes.passedOnce().stream().filter(members::contains).forEach(skipped::add);
    }

    boolean isMember(String symbol) {
        return members.contains(symbol);
    }

    void pin(String symbol, @Nullable Instant until) {
        pins.put(symbol, Optional.ofNullable(until));
    }

    void unpin(String symbol) {
        pins.remove(symbol);
    }

    boolean isPinned(String symbol) {
        return pins.containsKey(symbol);
    }

    @Nullable Instant pinnedUntil(String symbol) {
        return pins.getOrDefault(symbol, Optional.empty()).orElse(null);
    }

    /** Takes out the pins whose deadline has passed. */
    void expirePins(Instant now) {
        pins.values().removeIf(until -> until.isPresent() && !now.isBefore(until.get()));
    }

    Set<String> pinned() {
        return Set.copyOf(pins.keySet());
    }

    /** Order of the turns to come. */
    List<String> waiting() {
        return List.copyOf(waiting);
    }

    /** Every symbol of the rotation, as ordered when it was set. */
    List<String> members() {
        return List.copyOf(members);
    }
}
