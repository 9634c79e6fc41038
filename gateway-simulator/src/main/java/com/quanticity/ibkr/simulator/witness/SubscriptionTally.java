package com.quanticity.ibkr.simulator.witness;

import com.quanticity.ibkr.simulator.witness.WitnessReport.SubscriptionReport;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts subscriptions by what crosses the wire, apart from the bookkeeping of the desks. Event loop only.
 *
 * <p>A refused request counts until its refusal, which comes in the same moment.
 */
final class SubscriptionTally {

    /** Codes after which a market-data, depth, bar, account or scanner request is dead. Source: behaviour.md, section 4 and 5. */
    private static final Set<Integer> REFUSALS = Set.of(
            101, 102, 162, 200, 309, 316, 320, 321, 322, 354, 420, 10092, 10168, 10182, 10186, 10187, 10189, 10190,
            10225);

    /** A level 1 request lives on with delayed data. */
    private static final int NOT_FOR_API = 10089;

    private static final Set<Integer> DUPLICATE_ID = Set.of(102, 322);

    private final SubscriptionCounts all = new SubscriptionCounts();
    private final Map<Integer, SubscriptionCounts> ofClients = new TreeMap<>();
    private final Map<Object, Map<Key, Integer>> open = new LinkedHashMap<>();
    private final Map<Object, Set<Integer>> doubled = new LinkedHashMap<>();

    private record Key(SubscriptionKind kind, int requestId) {}

    void onRequest(Object session, int clientId, String request, int requestId) {
        SubscriptionKind opened = SubscriptionKind.openedBy(request);
        if (opened != null) {
            open(session, clientId, new Key(opened, requestId));
        }
        SubscriptionKind closed = SubscriptionKind.closedBy(request);
        if (closed != null) {
            close(session, new Key(closed, requestId));
        }
    }

    private void open(Object session, int clientId, Key key) {
        if (open.computeIfAbsent(session, _ -> new LinkedHashMap<>()).putIfAbsent(key, clientId) != null) {
            doubled.computeIfAbsent(session, _ -> new LinkedHashSet<>()).add(key.requestId());
        } else {
            all.open(key.kind());
            ofClients.computeIfAbsent(clientId, _ -> new SubscriptionCounts()).open(key.kind());
        }
    }

    private void close(Object session, Key key) {
        Map<Key, Integer> own = open.getOrDefault(session, Map.of());
        Integer clientId = own.isEmpty() ? null : own.remove(key);
        if (clientId != null) {
            all.close(key.kind());
            ofClients(clientId).close(key.kind());
        }
    }

    private SubscriptionCounts ofClients(int clientId) {
        return ofClients.computeIfAbsent(clientId, _ -> new SubscriptionCounts());
    }

    /** An error went out: some end what they are about. */
    void onError(Object session, int requestId, int code) {
        if (code == NOT_FOR_API) {
            close(session, new Key(SubscriptionKind.TICK_BY_TICK, requestId));
            close(session, new Key(SubscriptionKind.REAL_TIME_BARS, requestId));
        }
        if (requestId < 0 || !REFUSALS.contains(code)) {
            return;
        }
        if (DUPLICATE_ID.contains(code)
                && doubled.getOrDefault(session, Set.of()).contains(requestId)) {
            doubled.getOrDefault(session, Set.of()).remove(requestId);
        } else {
            closeAll(session, requestId);
        }
    }

    /** The last frame of a snapshot went out. */
    void onSnapshotEnd(Object session, int requestId) {
        close(session, new Key(SubscriptionKind.MARKET_DATA, requestId));
    }

    private void closeAll(Object session, int requestId) {
        List.copyOf(open.getOrDefault(session, Map.of()).keySet()).stream()
                .filter(key -> key.requestId() == requestId)
                .forEach(key -> close(session, key));
    }

    void onClosed(Object session) {
        List.copyOf(open.getOrDefault(session, Map.of()).keySet()).forEach(key -> close(session, key));
        open.remove(session);
        doubled.remove(session);
    }

    /** Request ids a session has open, in the order of opening. */
    List<Integer> idsOf(Object session, SubscriptionKind kind) {
        return open.getOrDefault(session, Map.of()).keySet().stream()
                .filter(key -> key.kind() == kind)
                .map(Key::requestId)
                .toList();
    }

    SortedMap<SubscriptionKind, SubscriptionReport> report() {
        return all.report();
    }

    SortedMap<SubscriptionKind, SubscriptionReport> report(int clientId) {
        SubscriptionCounts counts = ofClients.get(clientId);
        return counts == null ? new TreeMap<>() : counts.report();
    }

    private static final class SubscriptionCounts {

        private final Map<SubscriptionKind, SubscriptionReport> counts = new EnumMap<>(SubscriptionKind.class);

        void open(SubscriptionKind kind) {
            SubscriptionReport before = of(kind);
            int now = before.now() + 1;
            counts.put(kind, new SubscriptionReport(now, Math.max(now, before.most()), before.ever() + 1));
        }

        void close(SubscriptionKind kind) {
            SubscriptionReport before = of(kind);
            counts.put(kind, new SubscriptionReport(before.now() - 1, before.most(), before.ever()));
        }

        private SubscriptionReport of(SubscriptionKind kind) {
            @Nullable SubscriptionReport known = counts.get(kind);
            return known == null ? new SubscriptionReport(0, 0, 0) : known;
        }

        SortedMap<SubscriptionKind, SubscriptionReport> report() {
            return new TreeMap<>(counts);
        }
    }
}
