package com.quanticity.ibkr.gateway.pacing;

import com.quanticity.ibkr.gateway.pacing.HistoryAnswer.Rule;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The limits on queries for the past, over sliding windows. Time comes in as monotonic nanoseconds. Not thread-safe. */
public final class HistoryRules {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    /** A query that ends frees a place at once; this is for the case that its end was missed. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    /** Two queries can come closer together on their way to the gateway. */
    private static final Duration GUARD = Duration.ofMillis(100);

    private final HistoryLimits limits;
    private final Deque<Counted> lately = new ArrayDeque<>();
    private final Map<String, Long> identical = new HashMap<>();
    private final Map<String, Deque<Long>> series = new HashMap<>();
    private final Set<Integer> open = new HashSet<>();

    public HistoryRules(HistoryLimits limits) {
        this.limits = limits;
    }

    private record Counted(long atNanos, int weight) {}

    public HistoryAnswer ask(HistoryQuery query, long nowNanos) {
        forget(nowNanos);
        HistoryAnswer.Wait longest = new HistoryAnswer.Wait(Duration.ZERO, Rule.IDENTICAL);
        longest = later(longest, identicalWait(query, nowNanos), Rule.IDENTICAL);
        longest = later(longest, seriesWait(query, nowNanos), Rule.SAME_SERIES);
        longest = later(longest, countedWait(query, limits.perMinute(), MINUTE, nowNanos), Rule.PER_MINUTE);
        longest =
                later(longest, countedWait(query, limits.perTenMinutes(), TEN_MINUTES, nowNanos), Rule.PER_TEN_MINUTES);
        longest = later(longest, open.size() < limits.open() ? Duration.ZERO : LOOK_AGAIN, Rule.OPEN_QUERIES);
        if (longest.pause().isPositive()) {
            return longest;
        }
        count(query, nowNanos);
        return new HistoryAnswer.Go();
    }

    public void ended(int reqId) {
        open.remove(reqId);
    }

    public void allEnded() {
        open.clear();
    }

    private void count(HistoryQuery query, long nowNanos) {
        lately.addLast(new Counted(nowNanos, query.weight()));
        identical.put(query.identity(), nowNanos);
        Deque<Long> times = series.computeIfAbsent(query.series(), _ -> new ArrayDeque<>());
        for (int i = 0; i < query.weight(); i++) {
            times.addLast(nowNanos);
        }
        open.add(query.reqId());
    }

    private Duration identicalWait(HistoryQuery query, long nowNanos) {
        Long last = identical.get(query.identity());
        return last == null ? Duration.ZERO : left(last, limits.identicalPause(), nowNanos);
    }

    private Duration seriesWait(HistoryQuery query, long nowNanos) {
        Deque<Long> times = series.getOrDefault(query.series(), new ArrayDeque<>());
        int room = Math.max(0, limits.sameSeries() - query.weight());
        return times.size() <= room
                ? Duration.ZERO
                : left(nth(times, times.size() - room - 1), limits.sameSeriesWindow(), nowNanos);
    }

    /** Until so much weight has left the window that this query fits. An oversized query goes when nothing else is in it. */
    private Duration countedWait(HistoryQuery query, int most, Duration window, long nowNanos) {
        int excess = query.weight() - most;
        for (Counted counted : lately) {
            excess += left(counted.atNanos(), window, nowNanos).isPositive() ? counted.weight() : 0;
        }
        Duration wait = Duration.ZERO;
        for (Counted counted : lately) {
            Duration left = left(counted.atNanos(), window, nowNanos);
            if (excess > 0 && left.isPositive()) {
                excess -= counted.weight();
                wait = left;
            }
        }
        return wait;
    }

    private void forget(long nowNanos) {
        lately.removeIf(
                counted -> !left(counted.atNanos(), TEN_MINUTES, nowNanos).isPositive());
        identical
                .values()
                .removeIf(at -> !left(at, limits.identicalPause(), nowNanos).isPositive());
        series.values()
                .forEach(times -> times.removeIf(
                        at -> !left(at, limits.sameSeriesWindow(), nowNanos).isPositive()));
        series.values().removeIf(Deque::isEmpty);
    }

    private static HistoryAnswer.Wait later(HistoryAnswer.Wait known, Duration pause, Rule rule) {
        return pause.compareTo(known.pause()) > 0 ? new HistoryAnswer.Wait(pause, rule) : known;
    }

    private static Duration left(long atNanos, Duration window, long nowNanos) {
        return Duration.ofNanos(atNanos + window.plus(GUARD).toNanos() - nowNanos);
    }

    private static long nth(Deque<Long> times, int index) {
        return times.stream().skip(index).findFirst().orElseThrow();
    }
}
