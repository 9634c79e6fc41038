package com.quanticity.ibkr.simulator.matching;

import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.wire.Request;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All orders of the account: staged, open, done today, and the executions of the day. */
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

    @Nullable WorkingOrder openOrder(OrderKey key) {
        return open.get(key);
    }

    @Nullable WorkingOrder doneOrder(OrderKey key) {
        return done.get(key);
    }

    /** Open orders on a contract in the order they trade. */
    List<WorkingOrder> openOn(ListedContract contract) {
        if (open.isEmpty()) {
            return List.of();
        }
        return open.values().stream()
                .filter(order -> order.contract().conId() == contract.conId())
                .sorted(PRIORITY)
                .toList();
    }

    void stage(OrderKey key, Request.PlaceOrder order) {
        staged.put(key, order);
    }

    /** Whether there was a staged order. */
    boolean unstage(OrderKey key) {
        return staged.remove(key) != null;
    }

    void add(WorkingOrder order) {
        open.put(order.key(), order);
    }

    void addDone(WorkingOrder order) {
        done.put(order.key(), order);
    }

    /** Moves an order that came to its end. */
    void retire(WorkingOrder order) {
        open.remove(order.key());
        done.put(order.key(), order);
    }

    void add(Execution execution) {
        executions.add(execution);
    }

    /** Forgets orders that were done and executions that happened before a time. */
    void forgetBefore(Instant from) {
        done.values().removeIf(order -> !isSince(from, order.completed()));
        executions.removeIf(execution -> execution.time().isBefore(from));
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
        return one.terms().side() == OrderTerms.Side.BUY ? -lowFirst : lowFirst;
    }
}
