package com.quanticity.ibkr.simulator.matching.terms;

import java.util.List;
import java.util.function.Predicate;

/**
 * The conditions of one order.
 *
 * @param links each with the one before it by "and" or "or"; evaluated from left to right
 * @param isCancelling whether the order is cancelled instead of activated
 * @param isOutsideHours whether they are watched outside the regular hours, too
 */
public record Conditions(List<Link> links, boolean isCancelling, boolean isOutsideHours) {

    public static final Conditions NONE = new Conditions(List.of(), false, false);

    /** A condition and how it joins the one before it; the first one's word does not matter. */
    public record Link(boolean isAnd, OrderCondition condition) {}

    public boolean isEmpty() {
        return links.isEmpty();
    }

    /** Whether the conditions as a whole hold. */
    public boolean hold(Predicate<OrderCondition> test) {
        boolean holds = true;
        boolean isFirst = true;
        for (Link link : links) {
            boolean next = test.test(link.condition());
            if (isFirst) {
                holds = next;
            } else {
                holds = link.isAnd() ? holds && next : holds || next;
            }
            isFirst = false;
        }
        return holds;
    }

    /** Whether one of them watches a contract. */
    public boolean watches(int conId) {
        return links.stream().anyMatch(link -> link.condition().watched() == conId);
    }
}
