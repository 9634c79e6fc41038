package com.quanticity.ibkr.simulator.matching;

/**
 * How orders are taken and told of.
 *
 * @param readOnly whether the gateway starts in read-only mode, where everything about orders is refused with 321
 */
public record OrderOptions(boolean readOnly, OrderRules rules, OrderHabits habits) {

    /** Orders are taken by the documented rules and told of in the usual way. */
    public static OrderOptions defaults() {
        return new OrderOptions(false, OrderRules.defaults(), OrderHabits.usual());
    }

    public OrderOptions withRules(OrderRules other) {
        return new OrderOptions(readOnly, other, habits);
    }

    public OrderOptions withHabits(OrderHabits other) {
        return new OrderOptions(readOnly, rules, other);
    }
}
