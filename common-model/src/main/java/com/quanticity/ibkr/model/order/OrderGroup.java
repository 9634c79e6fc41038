package com.quanticity.ibkr.model.order;

import com.quanticity.ibkr.model.order.attribute.OcaGroup;
import com.quanticity.ibkr.model.order.attribute.OcaType;
import java.util.ArrayList;
import java.util.List;

/**
 * Orders that are sent together or not at all.
 *
 * @param groupId our name of the group, unique for ever
 * @param kind what ties them together
 * @param orders at least two; of a bracket the entry comes first
 */
public record OrderGroup(String groupId, Kind kind, List<Order> orders) {

    /** Most orders of a group that a person or a strategy asks for. */
    public static final int MOST_ORDERS = 20;

    /** What ties a group together. */
    public enum Kind {
        /** An entry and the children that its fill wakes; only the last one transmits. */
        BRACKET,
        /** Orders of which a fill of one cancels or reduces the others. */
        OCA
    }

    public OrderGroup {
        orders = List.copyOf(orders);
        if (groupId.isBlank() || orders.size() < 2) {
            throw new IllegalArgumentException("a group needs a name and two orders at least, had " + orders.size());
        }
        if (orders.stream().map(Order::clientOrderId).distinct().count() != orders.size()) {
            throw new IllegalArgumentException("group " + groupId + " has a client order id twice; give each its own");
        }
    }

    /** An entry with its children, for example profit target and stop; sets parent and transmit. */
    public static OrderGroup bracket(String groupId, Order entry, List<Order> children) {
        List<Order> all = new ArrayList<>();
        all.add(entry.withAttributes(
                entry.attributes().toBuilder().parent(null).transmit(false).build()));
        for (Order child : children) {
            all.add(child.withAttributes(child.attributes().toBuilder()
                    .parent(entry.clientOrderId())
                    .transmit(all.size() == children.size())
                    .build()));
        }
        return new OrderGroup(groupId, Kind.BRACKET, all);
    }

    /** Orders of one OCA group named as the group. */
    public static OrderGroup oca(String groupId, OcaType type, List<Order> orders) {
        OcaGroup oca = new OcaGroup(groupId, type);
        return new OrderGroup(
                groupId,
                Kind.OCA,
                orders.stream()
                        .map(order -> order.withAttributes(
                                order.attributes().toBuilder().oca(oca).build()))
                        .toList());
    }
}
