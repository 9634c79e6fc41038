package com.quanticity.ibkr.simulator.marketdata;

import com.quanticity.ibkr.simulator.market.TopOfMarket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What one instrument showed up to some minutes ago, at most once a second. While the tape is shorter than the delay it
 * shows its beginning.
 */
final class DelayedTape {

    private static final Duration STEP = Duration.ofSeconds(1);

    private final Duration delay;
    private final Deque<Entry> entries = new ArrayDeque<>();

    private record Entry(Instant time, TopOfMarket top) {}

    DelayedTape(Duration delay, Instant now, TopOfMarket first) {
        this.delay = delay;
        entries.add(new Entry(now, first));
    }

    void add(Instant now, TopOfMarket top) {
        Entry latest = entries.peekLast();
        if (latest != null && now.isBefore(latest.time().plus(STEP))) {
            return;
        }
        entries.addLast(new Entry(now, top));
    }

    /** What delayed data shows now. */
    TopOfMarket at(Instant now, TopOfMarket present) {
        if (delay.isZero()) {
            return present;
        }
        Instant shown = now.minus(delay);
        while (entries.size() > 1 && !second().time().isAfter(shown)) {
            entries.removeFirst();
        }
        return entries.getFirst().top();
    }

    private Entry second() {
        var iterator = entries.iterator();
        iterator.next();
        return iterator.next();
    }
}
