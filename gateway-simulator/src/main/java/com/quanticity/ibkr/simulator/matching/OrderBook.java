package com.quanticity.ibkr.simulator.matching;

import com.quanticity.ibkr.simulator.matching.terms.Side;
import com.quanticity.ibkr.simulator.wire.Request;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All orders of the account: staged, open, done today, and the executions of the last days. */
public final class OrderBook {

    /** On each side market orders first, then the better limit, then the older order. */
    private static final Comparator<WorkingOrder> PRIORITY = Comparator.comparing(
                    (WorkingOrder order) -> order.terms().side())
            .thenComparing(order -> order.terms().limit() != null)
            .thenComparing(OrderBook::byLimit)
            .thenComparingLong(WorkingOrder::priority);

    private final Map<OrderKey, Request.PlaceOrder> staged = new LinkedHashMap<>();
    private final Map<OrderKey, WorkingOrder> open = new LinkedHashMap<>();
    private final Map<OrderKey, WorkingOrder> done = new LinkedHashMap<>();
    private final List<Execution> executions = new ArrayList<>();

    /** Open orders, oldest first. */
    public List<WorkingOrder> open() {
        return List.copyOf(open.values());
    }

    /** Orders that were done since the given time, oldest first. */
    public List<WorkingOrder> doneSince(Instant from) {
        return done.values().stream()
                .filter(order -> isSince(from, order.completed()))
                .toList();
    }

    /** Executions since the given time, oldest first. */
    public List<Execution> executionsSince(Instant from) {
        return executions.stream()
                .filter(execution -> !execution.time().isBefore(from))
                .toList();
    }

    public Optional<Execution> execution(String execId) {
        return executions.stream()
                .filter(execution -> execution.execId().equals(execId))
                .findFirst();
    }

    public void replace(Execution old, Execution next) {
        executions.replaceAll(each -> each.equals(old) ? next : each);
    }

    public void remove(Execution busted) {
        executions.remove(busted);
    }

    public @Nullable WorkingOrder openOrder(OrderKey key) {
        return open.get(key);
    }

    public @Nullable WorkingOrder doneOrder(OrderKey key) {
        return done.get(key);
    }

    /** The open order of an id, whoever placed it; the oldest when several clients use the id. */
    public Optional<WorkingOrder> openOrderOfAnyClient(int orderId) {
        return open.values().stream()
                .filter(order -> order.key().wireOrderId() == orderId)
                .findFirst();
    }

    /** An order by its account-wide number, open or done. */
    public Optional<WorkingOrder> ofPermId(long permId) {
        return Stream.concat(open.values().stream(), done.values().stream())
                .filter(order -> order.permId() == permId)
                .findFirst();
    }

    /** Open orders that a contract's market matters to, in the order they trade. */
    public List<WorkingOrder> openOn(int conId) {
        if (open.isEmpty()) {
            return List.of();
        }
        return open.values().stream()
                .filter(order -> order.contract().conId() == conId
                        || order.legs().stream().anyMatch(leg -> leg.contract().conId() == conId)
                        || order.terms().conditions().watches(conId)
                        || order.terms().pegging().reference() == conId)
                .sorted(PRIORITY)
                .toList();
    }

    /** The order that a child names as its parent, open or done. */
    public Optional<WorkingOrder> parentOf(WorkingOrder child) {
        OrderKey parent =
                new OrderKey(child.key().clientId(), child.terms().links().parentId());
        return Optional.ofNullable(open.get(parent)).or(() -> Optional.ofNullable(done.get(parent)));
    }

    /** Open orders whose parent is the given one. */
    public List<WorkingOrder> childrenOf(WorkingOrder parent) {
        return open.values().stream()
                .filter(order ->
                        order.terms().links().parentId() == parent.key().orderId()
                                && order.key().clientId() == parent.key().clientId())
                .toList();
    }

    /** The other open orders of an order's group. */
    public List<WorkingOrder> othersOfGroup(WorkingOrder member) {
        if (!member.terms().links().hasGroup()) {
            return List.of();
        }
        return open.values().stream()
                .filter(order -> order != member
                        && order.terms()
                                .links()
                                .ocaGroup()
                                .equals(member.terms().links().ocaGroup()))
                .toList();
    }

    public void stage(OrderKey key, Request.PlaceOrder order) {
        staged.put(key, order);
    }

    /** Takes a staged order out, or null. */
    public Request.@Nullable PlaceOrder unstage(OrderKey key) {
        return staged.remove(key);
    }

    /** The staged orders that name a parent, in the order they came. */
    public List<OrderKey> stagedChildrenOf(OrderKey parent) {
        return staged.entrySet().stream()
                .filter(entry -> entry.getKey().clientId() == parent.clientId()
                        && entry.getValue().fields().integer("order.parentId") == parent.orderId())
                .map(Map.Entry::getKey)
                .toList();
    }

    public void add(WorkingOrder order) {
        open.put(order.key(), order);
    }

    public void addDone(WorkingOrder order) {
        done.put(order.key(), order);
    }

    /** Gives an open order another key. */
    public void rebind(WorkingOrder order, OrderKey next) {
        open.remove(order.key());
        order.bind(next);
        open.put(next, order);
    }

    /** Moves an order that came to its end. */
    public void retire(WorkingOrder order) {
        open.remove(order.key());
        done.put(order.key(), order);
    }

    public void add(Execution execution) {
        executions.add(execution);
    }

    /** Forgets orders that were done before a time, and executions that happened before another. */
    public void forgetBefore(Instant doneFrom, Instant executedFrom) {
        done.values().removeIf(order -> !isSince(doneFrom, order.completed()));
        executions.removeIf(execution -> execution.time().isBefore(executedFrom));
    }

    private static boolean isSince(Instant from, @Nullable Instant time) {
        return time != null && !time.isBefore(from);
    }

    private static int byLimit(WorkingOrder one, WorkingOrder other) {
        BigDecimal limit = one.terms().limit();
        BigDecimal otherLimit = other.terms().limit();
        if (limit == null || otherLimit == null) {
            return 0;
        }
        int lowFirst = limit.compareTo(otherLimit);
        return one.terms().side() == Side.BUY ? -lowFirst : lowFirst;
    }
}
