package com.quanticity.ibkr.gateway.order.condition;

import java.util.List;

/**
 * What must come true before an order works or is cancelled.
 *
 * @param conditions in order
 * @param conditionsIgnoreRth also outside regular hours
 * @param conditionsCancelOrder true: cancel instead of activate
 */
public record OrderConditions(
        List<OrderCondition> conditions, boolean conditionsIgnoreRth, boolean conditionsCancelOrder) {

    /** Nothing given. */
    public static final OrderConditions NONE = new OrderConditions(List.of(), false, false);

    public OrderConditions {
        conditions = List.copyOf(conditions);
    }
}
