package com.quanticity.ibkr.console.parents;

import com.quanticity.ibkr.model.execution.ExecutionEvent.ChildSent;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderSnapshot;
import com.quanticity.ibkr.model.parent.ParentSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Parents and their newest children as the execution-engine tells them, bounded; live parents are never dropped. Thread-safe. */
public final class ParentBook {

    private static final int KEPT = 200;
    private static final int KEPT_CHILDREN = 20;

    private final TreeMap<String, ParentSnapshot> parents = new TreeMap<>();
    private final Map<String, Map<ClientOrderId, Child>> children = new HashMap<>();
    private final Map<ClientOrderId, String> parentOf = new HashMap<>();
    private long version;

    /**
     * A child.
     *
     * @param role what it is for its parent, such as {@code SLICE} or {@code STOP}
     * @param order null until the order itself was told
     */
    record Child(String role, @Nullable OrderSnapshot order) {}

    /** A parent with its newest children, newest first. */
    record Family(ParentSnapshot parent, List<Child> children) {}

    /** Takes a parent; one with a lower version than the last changes nothing. */
    public synchronized void onParent(ParentSnapshot snapshot) {
        ParentSnapshot before = parents.get(snapshot.parentOrderId());
        if (before == null || before.version() < snapshot.version()) {
            parents.put(snapshot.parentOrderId(), snapshot);
            dropOldestEnded();
            version++;
        }
    }

    public synchronized void onChild(ChildSent sent) {
        Map<ClientOrderId, Child> own = children.computeIfAbsent(sent.parentOrderId(), _ -> new LinkedHashMap<>());
        if (own.putIfAbsent(sent.clientOrderId(), new Child(sent.role(), null)) == null) {
            parentOf.put(sent.clientOrderId(), sent.parentOrderId());
            dropOldestChild(own);
            version++;
        }
    }

    /** Takes news of any order; only those of known children count. */
    public synchronized void onOrder(OrderSnapshot order) {
        ClientOrderId id = order.order().clientOrderId();
        Map<ClientOrderId, Child> own = children.get(parentOf.getOrDefault(id, ""));
        Child before = own == null ? null : own.get(id);
        if (own != null && before != null && (before.order == null || before.order.version() < order.version())) {
            own.put(id, new Child(before.role, order));
            version++;
        }
    }

    /** Live ones first, then the newest. */
    synchronized List<Family> families(int most) {
        return parents.descendingMap().values().stream()
                .sorted(Comparator.comparing(parent -> parent.state().isTerminal()))
                .limit(most)
                .map(parent -> new Family(parent, childrenOf(parent.parentOrderId())))
                .toList();
    }

    synchronized int live() {
        return (int) parents.values().stream()
                .filter(parent -> !parent.state().isTerminal())
                .count();
    }

    synchronized long version() {
        return version;
    }

    private List<Child> childrenOf(String parentOrderId) {
        return new ArrayList<>(children.getOrDefault(parentOrderId, Map.of()).values()).reversed();
    }

    private void dropOldestEnded() {
        Iterator<ParentSnapshot> oldest = parents.values().iterator();
        while (parents.size() > KEPT && oldest.hasNext()) {
            ParentSnapshot parent = oldest.next();
            if (parent.state().isTerminal()) {
                oldest.remove();
                children.getOrDefault(parent.parentOrderId(), Map.of()).keySet().forEach(parentOf::remove);
                children.remove(parent.parentOrderId());
            }
        }
    }

    private void dropOldestChild(Map<ClientOrderId, Child> own) {
        if (own.size() > KEPT_CHILDREN) {
            ClientOrderId oldest = own.keySet().iterator().next();
            own.remove(oldest);
            parentOf.remove(oldest);
        }
    }
}
