package com.quanticity.ibkr.simulator.matching;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * How the gateway tells of orders.
 *
 * @param executionDelay how long executions trail their status; zero for not at all
 * @param commissionDelay how long commissions trail their execution
 * @param cancelDelay how long an order can still be filled after a cancel was asked for
 */
public record OrderHabits(
        Set<OrderHabit> habits, Duration executionDelay, Duration commissionDelay, Duration cancelDelay) {

    public OrderHabits {
        habits = Set.copyOf(habits);
        if (executionDelay.isNegative() || commissionDelay.isNegative() || cancelDelay.isNegative()) {
            throw new IllegalArgumentException("delays of order callbacks must not be negative: give 0 or more");
        }
    }

    /** PendingCancel is seen; nothing else out of the ordinary, nothing late. */
    public static OrderHabits usual() {
        return new OrderHabits(
                EnumSet.of(OrderHabit.SHOWS_PENDING_CANCEL), Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }

    public boolean has(OrderHabit habit) {
        return habits.contains(habit);
    }

    public OrderHabits with(OrderHabit... more) {
        Set<OrderHabit> other = copy();
        other.addAll(Set.of(more));
        return new OrderHabits(other, executionDelay, commissionDelay, cancelDelay);
    }

    public OrderHabits without(OrderHabit... fewer) {
        Set<OrderHabit> other = copy();
        other.removeAll(Set.of(fewer));
        return new OrderHabits(other, executionDelay, commissionDelay, cancelDelay);
    }

    private Set<OrderHabit> copy() {
        Set<OrderHabit> copy = EnumSet.noneOf(OrderHabit.class);
        copy.addAll(habits);
        return copy;
    }

    public OrderHabits withExecutionDelay(Duration delay) {
        return new OrderHabits(habits, delay, commissionDelay, cancelDelay);
    }

    public OrderHabits withCommissionDelay(Duration delay) {
        return new OrderHabits(habits, executionDelay, delay, cancelDelay);
    }

    public OrderHabits withCancelDelay(Duration delay) {
        return new OrderHabits(habits, executionDelay, commissionDelay, delay);
    }
}
