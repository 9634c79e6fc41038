package com.quanticity.ibkr.simulator.matching.life;

import com.quanticity.ibkr.simulator.matching.Execution;
import com.quanticity.ibkr.simulator.matching.OrderHabit;
import com.quanticity.ibkr.simulator.matching.OrderHabits;
import com.quanticity.ibkr.simulator.matching.OrderKey;
import com.quanticity.ibkr.simulator.matching.OrderListener;
import com.quanticity.ibkr.simulator.matching.OrderPreview;
import com.quanticity.ibkr.simulator.matching.WorkingOrder;
import com.quanticity.ibkr.simulator.matching.terms.TimeInForce;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Tells of orders in the sequences of a real gateway, in the variant that is switched on.
 *
 * <p>Source: tws-wire orders.md, section 5, and captures 02 to 14, 31 and 32.
 */
public final class Teller {

    private final OrderListener listener;
    private final Supplier<OrderHabits> habits;
    private final Alarms alarms;

    public Teller(OrderListener listener, Supplier<OrderHabits> habits, Alarms alarms) {
        this.listener = listener;
        this.habits = habits;
        this.alarms = alarms;
    }

    /** A new order, before anything has come of it. */
    public void accepted(WorkingOrder order) {
        order(order);
        if (order.terms().timeInForce() != TimeInForce.IOC || order.isHeld()) {
            status(order);
        }
        if (order.isHeld() && !order.whyHeld().isEmpty()) {
            orderAndStatus(order);
        }
    }

    /** Whether a new order that is not held shows Submitted at once. */
    public boolean acknowledgesAtOnce() {
        return habits.get().has(OrderHabit.ACKNOWLEDGES_AT_ONCE);
    }

    /** The order changed by itself or by its client. */
    public void orderAndStatus(WorkingOrder order) {
        order(order);
        status(order);
    }

    /** A changed order: what waits for a trigger is told twice. Source: capture 04. */
    public void modified(WorkingOrder order) {
        orderAndStatus(order);
        if (order.isHeld() && !order.whyHeld().isEmpty()) {
            orderAndStatus(order);
        }
    }

    public void status(WorkingOrder order) {
        listener.onStatus(order);
        if (habits.get().has(OrderHabit.REPEATS_CALLBACKS)) {
            listener.onStatus(order);
        }
    }

    /** A status that is not the order's. */
    public void falseStatus(WorkingOrder order, String status) {
        listener.onFalseStatus(order, status);
    }

    private void order(WorkingOrder order) {
        listener.onOrder(order);
        if (habits.get().has(OrderHabit.REPEATS_CALLBACKS)) {
            listener.onOrder(order);
        }
    }

    /** A fill. */
    public void filled(WorkingOrder order, Execution execution) {
        OrderHabits now = habits.get();
        if (now.has(OrderHabit.STATUS_BEFORE_EXECUTION) || !now.executionDelay().isZero()) {
            orderAndStatus(order);
            alarms.after(now.executionDelay(), () -> {
                execution(execution, now);
                commission(execution, now);
            });
        } else {
            execution(execution, now);
            orderAndStatus(order);
            commission(execution, now);
        }
    }

    /** An execution that belongs to no step of an order, such as a leg's or a corrected one. */
    public void executionAndCommission(Execution execution) {
        OrderHabits now = habits.get();
        execution(execution, now);
        commission(execution, now);
    }

    private void execution(Execution execution, OrderHabits now) {
        if (now.has(OrderHabit.COMMISSION_BEFORE_EXECUTION)
                && !now.has(OrderHabit.OMITS_COMMISSIONS)
                && execution.hasCommission()) {
            listener.onCommission(execution);
        }
        listener.onExecution(execution);
        if (now.has(OrderHabit.REPEATS_EXECUTIONS)) {
            listener.onExecution(execution);
        }
    }

    private void commission(Execution execution, OrderHabits now) {
        if (!now.has(OrderHabit.OMITS_COMMISSIONS)
                && !now.has(OrderHabit.COMMISSION_BEFORE_EXECUTION)
                && execution.hasCommission()) {
            alarms.after(now.commissionDelay(), () -> listener.onCommission(execution));
        }
    }

    /** The end of a cancel. */
    public void cancelled(WorkingOrder order) {
        boolean isConfirmedFirst = habits.get().has(OrderHabit.CONFIRMS_CANCEL_FIRST);
        if (isConfirmedFirst) {
            confirm(order);
        }
        status(order);
        if (!isConfirmedFirst) {
            confirm(order);
        }
    }

    private void confirm(WorkingOrder order) {
        message(order.key(), 202, "Order Canceled - reason:");
        Integer other = order.cancelledBy();
        if (other != null) {
            message(new OrderKey(other, order.key().wireOrderId()), 202, "Order Canceled - reason:");
        }
    }

    /** The end of an order by its time in force. */
    public void expired(WorkingOrder order) {
        if (habits.get().has(OrderHabit.CONFIRMS_EXPIRY)) {
            cancelled(order);
        } else {
            status(order);
        }
    }

    /** The exchange is closed: the order waits for its opening. */
    void heldUntil(WorkingOrder order, Instant open) {
        message(
                order.key(),
                399,
                "Order Message: " + order.terms().side() + " "
                        + order.terms().quantity().toPlainString() + " "
                        + order.contract().symbol()
                        + " Warning: Your order will not be placed at the exchange until " + open + ".");
    }

    void heldForShares(WorkingOrder order) {
        message(order.key(), 404, "Order held while securities are located.");
    }

    public void preview(OrderPreview preview) {
        listener.onPreview(preview);
    }

    public void bound(WorkingOrder order) {
        listener.onBound(order);
        orderAndStatus(order);
    }

    public void message(OrderKey key, int code, String text) {
        listener.onMessage(key, code, text);
    }

    public void message(OrderKey key, int code, String text, String advancedJson) {
        listener.onMessage(key, code, text, advancedJson);
    }
}
