package com.quanticity.ibkr.simulator.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Counts the queries for small bars of all clients of a login. Source: tws-wire behaviour.md, section 3. */
final class HistoryPacing {

    private static final Duration BURST = Duration.ofSeconds(2);
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final Supplier<HistoryLimits> limits;
    private final Map<String, Instant> queries = new HashMap<>();
    private final Map<String, Deque<Instant>> bursts = new HashMap<>();
    private final Deque<Instant> window = new ArrayDeque<>();

    HistoryPacing(Supplier<HistoryLimits> limits) {
        this.limits = limits;
    }

    /**
     * Counts a query when it is allowed.
     *
     * @param query all of it, without its id
     * @param subject contract, exchange and type
     * @param weight 2 for BID_ASK, else 1
     */
    boolean tryTake(String query, String subject, int weight, Instant now) {
        queries.values()
                .removeIf(before -> !before.plus(limits.get().sameQuery()).isAfter(now));
        bursts.values().forEach(burst -> forget(burst, now.minus(BURST)));
        bursts.values().removeIf(Deque::isEmpty);
        forget(window, now.minus(WINDOW));
        Deque<Instant> burst = bursts.getOrDefault(subject, new ArrayDeque<>());
        if (queries.containsKey(query)
                || burst.size() + weight >= limits.get().inTwoSeconds()
                || window.size() + weight > limits.get().inTenMinutes()) {
            return false;
        }
        queries.put(query, now);
        bursts.put(subject, burst);
        for (int i = 0; i < weight; i++) {
            burst.addLast(now);
            window.addLast(now);
        }
        return true;
    }

    private static void forget(Deque<Instant> times, Instant until) {
        while (!times.isEmpty() && !times.getFirst().isAfter(until)) {
            times.removeFirst();
        }
    }
}
