package com.quanticity.ibkr.gateway.internal.pacing;

import com.quanticity.ibkr.gateway.pacing.HistoryAnswer;
import com.quanticity.ibkr.gateway.pacing.HistoryQuery;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Queries for the past, each waiting for its own rule: one that has to wait lets the others by. One at a time is asked about. Not
 * thread-safe.
 */
final class HistoryLane {

    private final Deque<Entry> entries = new ArrayDeque<>();
    private @Nullable Entry asked;
    private @Nullable Entry cleared;
    private boolean laneWaits;
    private long laneNotBefore;

    /** A query and when it may be asked about again. */
    static final class Entry {
        private final GatewayRequest request;
        private final HistoryQuery query;
        private final long sinceNanos;
        private boolean waits;
        private long notBefore;

        private Entry(GatewayRequest request, HistoryQuery query, long sinceNanos) {
            this.request = request;
            this.query = query;
            this.sinceNanos = sinceNanos;
        }

        GatewayRequest request() {
            return request;
        }

        HistoryQuery query() {
            return query;
        }

        long sinceNanos() {
            return sinceNanos;
        }
    }

    void add(GatewayRequest request, HistoryQuery query, long nowNanos) {
        entries.addLast(new Entry(request, query, nowNanos));
    }

    int size() {
        return entries.size() + (asked == null ? 0 : 1) + (cleared == null ? 0 : 1);
    }

    /** The next query to ask about, taken out of the line until {@link #answered}; empty while one is asked about or cleared. */
    Optional<Entry> nextToAsk(long nowNanos) {
        if (asked != null || cleared != null || (laneWaits && nowNanos < laneNotBefore)) {
            return Optional.empty();
        }
        laneWaits = false;
        for (Entry entry : entries) {
            if (!entry.waits || nowNanos >= entry.notBefore) {
                entries.remove(entry);
                asked = entry;
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** False when the query is no longer here: its connection has ended meanwhile. */
    boolean answered(Entry entry, HistoryAnswer answer, long nowNanos) {
        if (asked != entry) {
            return false;
        }
        asked = null;
        switch (answer) {
            case HistoryAnswer.Go() -> cleared = entry;
            case HistoryAnswer.Wait(Duration pause, HistoryAnswer.Rule rule) -> {
                entries.addFirst(entry);
                if (rule.forAll()) {
                    hold(pause, nowNanos);
                } else {
                    entry.waits = true;
                    entry.notBefore = nowNanos + pause.toNanos();
                }
            }
        }
        return true;
    }

    /** Nothing leaves for so long. */
    void hold(Duration pause, long nowNanos) {
        laneWaits = true;
        laneNotBefore = nowNanos + pause.toNanos();
    }

    /** The query that may leave as soon as the message budget allows. */
    @Nullable Entry cleared() {
        return cleared;
    }

    void clearedHasLeft() {
        cleared = null;
    }

    /** How long until something can be done here; empty when nothing waits or an answer is awaited. */
    Optional<Duration> nextIn(long nowNanos) {
        if (asked != null || cleared != null || entries.isEmpty()) {
            return Optional.empty();
        }
        long earliest = Long.MAX_VALUE;
        for (Entry entry : entries) {
            earliest = Math.min(earliest, entry.waits ? Math.max(0, entry.notBefore - nowNanos) : 0);
        }
        long lane = laneWaits ? Math.max(0, laneNotBefore - nowNanos) : 0;
        return Optional.of(Duration.ofNanos(Math.max(lane, earliest)));
    }

    long oldestWaitNanos(long nowNanos) {
        long oldest = 0;
        for (Entry entry : entries) {
            oldest = Math.max(oldest, nowNanos - entry.sinceNanos);
        }
        return oldest;
    }

    /** What became of the wish to take a query out. */
    enum Withdrawal {
        NOT_HERE,
        /** It waited, or was being asked about: nothing counts it, or the answer will find nobody. */
        WAITED,
        /** It had been counted and would have left next. */
        CLEARED
    }

    Withdrawal withdraw(int reqId) {
        if (cleared != null && cleared.query.reqId() == reqId) {
            cleared = null;
            return Withdrawal.CLEARED;
        }
        if (asked != null && asked.query.reqId() == reqId) {
            asked = null;
            return Withdrawal.WAITED;
        }
        return entries.removeIf(entry -> entry.query.reqId() == reqId) ? Withdrawal.WAITED : Withdrawal.NOT_HERE;
    }

    /** Takes everything out. */
    List<GatewayRequest> clear() {
        List<GatewayRequest> all = new ArrayList<>();
        Entry first = cleared;
        if (first != null) {
            all.add(first.request);
        }
        Entry second = asked;
        if (second != null) {
            all.add(second.request);
        }
        entries.forEach(entry -> all.add(entry.request));
        cleared = null;
        asked = null;
        laneWaits = false;
        entries.clear();
        return all;
    }
}
