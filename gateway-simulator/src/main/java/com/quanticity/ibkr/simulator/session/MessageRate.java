package com.quanticity.ibkr.simulator.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntSupplier;

/** Counts one client's messages in a sliding second; a client is either refused or slowed down, never both. */
final class MessageRate {

    private static final Duration WINDOW = Duration.ofSeconds(1);

    private final IntSupplier limit;
    private final Deque<Instant> slots = new ArrayDeque<>();

    MessageRate(IntSupplier limit) {
        this.limit = limit;
    }

    /** Whether a message may be served now; if so it counts. */
    boolean tryTake(Instant now) {
        forget(now);
        if (slots.size() >= limit.getAsInt()) {
            return false;
        }
        slots.add(now);
        return true;
    }

    /** The earliest time at which this message may be served, after all those before it. */
    Instant reserve(Instant now) {
        Instant slot = now;
        if (slots.size() >= limit.getAsInt()) {
            Instant free = slots.remove().plus(WINDOW);
            slot = free.isAfter(now) ? free : now;
        }
        slots.add(slot);
        return slot;
    }

    private void forget(Instant now) {
        while (!slots.isEmpty() && !slots.element().plus(WINDOW).isAfter(now)) {
            slots.remove();
        }
    }
}
