package com.quanticity.ibkr.adapter.gate;

import com.quanticity.ibkr.adapter.gate.GateDecision.Denied;
import com.quanticity.ibkr.adapter.gate.GateDecision.Passed;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Asks the gate about all orders of a group: those that are sent and those that are only previewed meet the same questions. Nothing is
 * recorded. Thread-safe as the gate is.
 */
public final class GroupGate {

    private final OrderGate gate;
    private final OrderGate afterADenial;
    private final Predicate<ClientOrderId> isBooked;

    /** @param isBooked whether the order book knows an order, and so has told the gate of it */
    public GroupGate(OrderGate gate, Predicate<ClientOrderId> isBooked) {
        this.gate = gate;
        this.afterADenial = gate.forPreviews();
        this.isBooked = isBooked;
    }

    /**
     * Each order as things stand now, none of the others counted.
     *
     * @param by who asked: a user or a service
     * @param commandedAt when the command was published
     * @return one decision for each order, in their order
     */
    public List<GateDecision> decide(List<Order> orders, String by, Instant commandedAt) {
        List<GateDecision> decisions = new ArrayList<>();
        for (Order order : orders) {
            decisions.add(decide(order, orders, decisions, by, commandedAt));
        }
        return decisions;
    }

    /**
     * Each order beside those before it that passed: they count until {@code then} returns, and afterwards when it had them booked. Call
     * with the order book's monitor held, and for orders that are not booked yet.
     *
     * @param then takes one decision for each order, in their order
     */
    public <T> T decideTogether(
            List<Order> orders, String by, Instant commandedAt, Function<List<GateDecision>, T> then) {
        List<GateDecision> decisions = new ArrayList<>();
        Map<Order, Passed> counted = new LinkedHashMap<>();
        try {
            for (Order order : orders) {
                GateDecision decision = decide(order, orders, decisions, by, commandedAt);
                decisions.add(decision);
                if (decision instanceof Passed passed) {
                    counted.put(order, passed);
                    gate.expect(order, passed);
                }
            }
            return then.apply(decisions);
        } finally {
            counted.forEach(this::forgetUnlessBooked);
        }
    }

    /** A group that has one denied is not sent: nothing after that takes an override. */
    private GateDecision decide(
            Order order, List<Order> orders, List<GateDecision> before, String by, Instant commandedAt) {
        boolean isLost = before.stream().anyMatch(Denied.class::isInstance);
        return (isLost ? afterADenial : gate).decideInGroup(order, parentOf(order, orders), by, commandedAt);
    }

    private void forgetUnlessBooked(Order order, Passed passed) {
        if (!isBooked.test(order.clientOrderId())) {
            gate.expectNot(order, passed);
        }
    }

    /** The order of the group whose fill wakes this one. */
    private static @Nullable Order parentOf(Order order, List<Order> orders) {
        ClientOrderId parent = order.attributes().parentClientOrderId();
        return orders.stream()
                .filter(other -> other.clientOrderId().equals(parent))
                .findFirst()
                .orElse(null);
    }
}
