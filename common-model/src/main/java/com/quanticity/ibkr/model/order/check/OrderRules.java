package com.quanticity.ibkr.model.order.check;

import com.quanticity.ibkr.model.order.Lifetime;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderChange;
import com.quanticity.ibkr.model.order.OrderGroup;
import com.quanticity.ibkr.model.order.OrderType;
import com.quanticity.ibkr.model.order.TimeInForce;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Which types, lifetimes and attributes go together. The same rules serve REST, where they name the field, and the last hop, where they
 * deny. What only the broker can know (permissions, exchanges, sizes) it tells itself. Source: wire specification, orders sections 1, 2.
 */
public final class OrderRules {

    private OrderRules() {}

    /**
     * An order that is sent alone.
     *
     * @param now an end before it is wrong
     * @return everything that is wrong, empty when nothing is
     */
    public static List<Finding> check(Order order, Instant now) {
        Findings found = new Findings();
        check(order, now, found);
        found.addIf(
                !order.attributes().transmit(),
                "transmit",
                false,
                "must be true for an order that is sent alone; staged orders come in a group");
        return found.all();
    }

    /** All orders of a group, and how they hang together. */
    public static List<Finding> check(OrderGroup group, Instant now) {
        Findings found = new Findings();
        group.orders().forEach(order -> check(order, now, found));
        switch (group.kind()) {
            case BRACKET -> bracket(group.orders(), found);
            case OCA -> oca(group.orders(), found);
        }
        return found.all();
    }

    /**
     * A change of a live order.
     *
     * @param standing the order as it works now
     * @param filled what of it is filled
     */
    public static List<Finding> check(Order standing, OrderChange change, BigDecimal filled, Instant now) {
        Findings found = new Findings();
        Order wanted = change.appliedTo(standing);
        if (wanted.type() != standing.type()) {
            found.add("type", wanted.type(), "must stay " + standing.type() + "; cancel and place a new order");
            return found.all();
        }
        found.addIf(wanted.equals(standing), "change", null, "must change something");
        found.addIf(
                wanted.quantity().compareTo(filled) <= 0,
                "quantity",
                wanted.quantity(),
                "must be greater than what is filled, " + filled.toPlainString() + "; cancel the rest instead");
        found.addIf(
                wanted.timeInForce() != standing.timeInForce()
                        && !(canChange(wanted.lifetime()) && canChange(standing.lifetime())),
                "timeInForce",
                wanted.timeInForce(),
                "can change only between DAY, GOOD_TILL_CANCELLED and GOOD_TILL_DATE");
        check(wanted, now, found);
        return found.all();
    }

    private static boolean canChange(Lifetime lifetime) {
        return switch (lifetime.timeInForce()) {
            case DAY, GOOD_TILL_CANCELLED, GOOD_TILL_DATE -> true;
            case IMMEDIATE_OR_CANCEL, FILL_OR_KILL, AT_THE_OPENING -> false;
        };
    }

    private static void check(Order order, Instant now, Findings found) {
        PriceRules.check(order, found);
        LifetimeRules.check(order, now, found);
        AttributeRules.check(order, found);
        CombinationRules.check(order, found);
    }

    private static void bracket(List<Order> orders, Findings found) {
        Order entry = orders.getFirst();
        found.addIf(
                entry.attributes().parentClientOrderId() != null,
                "parentClientOrderId",
                entry.attributes().parentClientOrderId(),
                "must be absent for the entry of a bracket");
        for (int i = 0; i < orders.size(); i++) {
            Order order = orders.get(i);
            boolean isLast = i == orders.size() - 1;
            found.addIf(
                    order.attributes().transmit() != isLast,
                    "transmit",
                    order.attributes().transmit(),
                    "must be true for the last order of a bracket and for no other");
            found.addIf(
                    i > 0 && !entry.clientOrderId().equals(order.attributes().parentClientOrderId()),
                    "parentClientOrderId",
                    order.attributes().parentClientOrderId(),
                    "must be the entry's id " + entry.clientOrderId());
            found.addIf(
                    !order.account().equals(entry.account()),
                    "account",
                    order.account(),
                    "must be the entry's account");
            found.addIf(
                    i > 0 && isImmediate(order.timeInForce()),
                    "timeInForce",
                    order.timeInForce(),
                    "must let a child wait for its entry");
        }
    }

    private static void oca(List<Order> orders, Findings found) {
        Object group = orders.getFirst().attributes().oca();
        for (Order order : orders) {
            found.addIf(
                    group == null || !Objects.equals(group, order.attributes().oca()),
                    "oca",
                    order.attributes().oca(),
                    "must be the same for all orders of the group");
            found.addIf(!order.attributes().transmit(), "transmit", false, "must be true for orders of an OCA group");
            found.addIf(
                    isImmediate(order.timeInForce()),
                    "timeInForce",
                    order.timeInForce(),
                    "must let an order of an OCA group rest");
        }
    }

    static boolean isImmediate(TimeInForce timeInForce) {
        return timeInForce == TimeInForce.IMMEDIATE_OR_CANCEL || timeInForce == TimeInForce.FILL_OR_KILL;
    }

    static boolean isAuction(Order order) {
        return order.timeInForce() == TimeInForce.AT_THE_OPENING
                || order.type() == OrderType.MARKET_ON_CLOSE
                || order.type() == OrderType.LIMIT_ON_CLOSE;
    }
}
