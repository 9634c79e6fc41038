package com.quanticity.ibkr.model.order.attribute;

import java.util.List;

/**
 * What must come true before an order works, or is cancelled.
 *
 * @param all in order, at least one
 * @param outsideRth watched also outside regular hours
 * @param cancels true: the order is cancelled by it instead of activated
 */
public record OrderConditions(List<OrderCondition> all, boolean outsideRth, boolean cancels) {

    public OrderConditions {
        all = List.copyOf(all);
    }
}
