package com.quanticity.ibkr.execution.order;

import com.quanticity.ibkr.execution.ledger.ChildOrder;
import com.quanticity.ibkr.execution.ledger.ChildOrders;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderAttributes;
import java.util.List;

/** Who is sent together: orders that REST placed as a group share their parent. */
final class OrderGroupKey {

    private OrderGroupKey() {}

    /** Whether the command that sends it is of no use without it: it is sent alone, or is the entry that wakes the others. */
    static boolean isHead(ChildOrder order) {
        OrderAttributes attributes = order.snapshot().order().attributes();
        return attributes.parentClientOrderId() == null && attributes.oca() == null;
    }

    /** The other orders of its group, empty for an order that is sent alone. */
    static List<ClientOrderId> siblings(ChildOrder order, ChildOrders children) {
        boolean isGrouped =
                !isHead(order) || !order.snapshot().order().attributes().transmit();
        return isGrouped
                ? children.ofParent(order.parentOrderId()).stream()
                        .map(child -> child.snapshot().order().clientOrderId())
                        .filter(id -> !id.equals(order.snapshot().order().clientOrderId()))
                        .toList()
                : List.of();
    }
}
