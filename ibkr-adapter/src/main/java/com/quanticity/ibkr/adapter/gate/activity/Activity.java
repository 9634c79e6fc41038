package com.quanticity.ibkr.adapter.gate.activity;

import com.quanticity.ibkr.adapter.gate.WatchedOrder;
import com.quanticity.ibkr.adapter.gate.exposure.OrderFigures;
import com.quanticity.ibkr.adapter.journal.JournalState;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.risk.RiskScope;
import com.quanticity.ibkr.model.risk.ScopeKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Orders, changes, cancels and fills by scope. Thread-safe. */
public final class Activity {

    private static final int REMEMBERED = 50_000;
    private static final int FINGERPRINTS = 10_000;

    private final Map<RiskScope, Tally> tallies = new HashMap<>();
    private final Map<String, String> desks = new HashMap<>();
    private final Map<Fingerprint, RecentTimes> fingerprints = bounded(FINGERPRINTS);
    private final Map<ClientOrderId, Seen> seen = bounded(REMEMBERED);
    private final Map<Entry, Boolean> filledSinceEntry = new HashMap<>();
    private final Map<String, RecentTimes> cycles = new HashMap<>();

    private record Seen(int changes, boolean cancelRequested, BigDecimal filled) {}

    private record Entry(String strategy, ContractId contractId, Side side) {}

    private record Fingerprint(
            String strategy,
            String symbol,
            Side side,
            BigDecimal quantity,
            @Nullable BigDecimal limitPrice,
            @Nullable BigDecimal triggerPrice) {

        static Fingerprint of(Order order) {
            return new Fingerprint(
                    order.strategy(),
                    order.symbol(),
                    order.side(),
                    order.quantity().stripTrailingZeros(),
                    stripped(OrderFigures.limitPrice(order)),
                    stripped(OrderFigures.triggerPrice(order)));
        }

        private static @Nullable BigDecimal stripped(@Nullable BigDecimal price) {
            return price == null ? null : price.stripTrailingZeros();
        }
    }

    /** Which desk a strategy belongs to. */
    public synchronized void onDesks(Map<String, String> desksByStrategy) {
        desks.clear();
        desks.putAll(desksByStrategy);
    }

    /** An order changed: what is new of it is counted. */
    public synchronized void onOrder(WatchedOrder changed) {
        ContractId contractId = changed.contractId();
        if (contractId == null || changed.state() == JournalState.DENIED) {
            return;
        }
        Order order = changed.order();
        Seen before = seen.get(order.clientOrderId());
        seen.put(order.clientOrderId(), new Seen(changed.changes(), changed.cancelRequested(), changed.filled()));
        Entry entry = new Entry(order.strategy(), contractId, order.side());
        if (before == null) {
            onSubmit(changed, entry);
            before = new Seen(0, false, BigDecimal.ZERO);
        }
        count(changed, before);
        if (changed.filled().compareTo(before.filled()) > 0) {
            onFill(changed, before.filled().signum() == 0);
            filledSinceEntry.put(entry, true);
        }
    }

    private void onSubmit(WatchedOrder changed, Entry entry) {
        Instant at = changed.commandedAt();
        for (ScopeKind kind : ScopeKind.values()) {
            Tally tally = tally(kind, changed);
            if (tally != null) {
                tally.submits.add(at);
                tally.onMessage(at);
            }
        }
        fingerprints
                .computeIfAbsent(Fingerprint.of(changed.order()), any -> new RecentTimes())
                .add(at);
        if (filledSinceEntry.getOrDefault(entry, false)) {
            cycles.computeIfAbsent(entry.strategy(), any -> new RecentTimes()).add(at);
        }
        filledSinceEntry.put(entry, false);
    }

    private void count(WatchedOrder changed, Seen before) {
        int changes = changed.changes() - before.changes();
        int cancels = changed.cancelRequested() && !before.cancelRequested() ? 1 : 0;
        if (changes + cancels == 0) {
            return;
        }
        for (ScopeKind kind : ScopeKind.values()) {
            Tally tally = tally(kind, changed);
            if (tally != null) {
                for (int i = 0; i < changes + cancels; i++) {
                    tally.onMessage(changed.at());
                }
                for (int i = 0; i < changes; i++) {
                    tally.changes.add(changed.at());
                }
            }
        }
    }

    private void onFill(WatchedOrder changed, boolean first) {
        for (ScopeKind kind : ScopeKind.values()) {
            Tally tally = tally(kind, changed);
            if (tally != null) {
                tally.onExecution(changed.at(), first);
            }
        }
    }

    /** New orders of a scope within a window. */
    public synchronized int submits(RiskScope scope, Instant now, Duration window) {
        Tally tally = tallies.get(scope);
        return tally == null ? 0 : tally.submits.count(now, window);
    }

    /** Changes of orders of a scope within a window. */
    public synchronized int changes(RiskScope scope, Instant now, Duration window) {
        Tally tally = tallies.get(scope);
        return tally == null ? 0 : tally.changes.count(now, window);
    }

    public synchronized DayCount today(RiskScope scope, Instant now) {
        Tally tally = tallies.get(scope);
        return tally == null ? DayCount.NONE : tally.today(now);
    }

    /** Orders with the same strategy, contract, side, quantity and prices within a window. */
    public synchronized int alike(Order order, Instant now, Duration window) {
        RecentTimes times = fingerprints.get(Fingerprint.of(order));
        return times == null ? 0 : times.count(now, window);
    }

    /** How often a strategy filled and entered again within a window, an order that would do so now included. */
    public synchronized int cycles(Order order, ContractId contractId, Instant now, Duration window) {
        RecentTimes times = cycles.get(order.strategy());
        boolean again = filledSinceEntry.getOrDefault(new Entry(order.strategy(), contractId, order.side()), false);
        return (times == null ? 0 : times.count(now, window)) + (again ? 1 : 0);
    }

    /** A person looked into a strategy: its cycles until then do not count any more. */
    public synchronized void forgetCycles(String strategy, Instant until) {
        RecentTimes times = cycles.get(strategy);
        if (times != null) {
            times.forgetUntil(until);
        }
        filledSinceEntry.keySet().removeIf(entry -> entry.strategy().equals(strategy));
    }

    private @Nullable Tally tally(ScopeKind kind, WatchedOrder order) {
        String name = switch (kind) {
            case FIRM -> "";
            case DESK -> desks.getOrDefault(order.order().strategy(), "");
            case STRATEGY -> order.order().strategy();
            case INSTRUMENT -> String.valueOf(order.contractId());
            case USER -> order.by();
        };
        if (kind == ScopeKind.FIRM) {
            return tallies.computeIfAbsent(RiskScope.FIRM, any -> new Tally());
        }
        return name.isBlank() ? null : tallies.computeIfAbsent(new RiskScope(kind, name), any -> new Tally());
    }

    private static <K, V> Map<K, V> bounded(int most) {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }
}
