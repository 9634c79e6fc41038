package com.quanticity.ibkr.gateway.internal.redis;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Remembers how many slots could have been in use lately: a slot may be given to another session only when nothing was sent on it
 * for a second, and a little longer because frames can bunch on their way. Not thread-safe.
 */
final class SlotLedger {

    private static final long KEPT_NANOS = Duration.ofMillis(1_150).toNanos();

    private final Deque<Entry> entries = new ArrayDeque<>();
    private int slots;

    /** {@code slots} were usable until {@code untilNanos}. */
    private record Entry(int slots, long untilNanos) {}

    int slots() {
        return slots;
    }

    void set(int newSlots, long nowNanos) {
        if (newSlots < slots) {
            entries.addLast(new Entry(slots, nowNanos));
        }
        slots = newSlots;
    }

    /** Most slots of the time that still counts. */
    int held(long nowNanos) {
        entries.removeIf(entry -> nowNanos - entry.untilNanos() > KEPT_NANOS);
        return Math.max(slots, entries.stream().mapToInt(Entry::slots).max().orElse(0));
    }
}
