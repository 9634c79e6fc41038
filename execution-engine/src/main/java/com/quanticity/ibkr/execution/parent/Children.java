package com.quanticity.ibkr.execution.parent;

import com.quanticity.ibkr.execution.ledger.ChildOrder;
import com.quanticity.ibkr.execution.ledger.ChildOrders;
import com.quanticity.ibkr.execution.ledger.OrderLedger;
import com.quanticity.ibkr.execution.outbox.Outbox;
import com.quanticity.ibkr.model.execution.ExecutionEvent;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderChange;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.order.OrderGroup;
import com.quanticity.ibkr.model.order.OrderStatus;
import com.quanticity.ibkr.model.stream.Topics;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The orders that parents place and cancel, within the transaction of the decision. What is not handed over in time expires like any other
 * order. Thread-safe.
 */
public final class Children {

    private static final String BY = "execution-engine";

    private final ChildOrders orders;
    private final OrderLedger ledger;
    private final Outbox outbox;
    private final Duration commandMaxAge;
    private final Clock clock;

    Children(ChildOrders orders, OrderLedger ledger, Outbox outbox, Duration commandMaxAge, Clock clock) {
        this.orders = orders;
        this.ledger = ledger;
        this.outbox = outbox;
        this.commandMaxAge = commandMaxAge;
        this.clock = clock;
    }

    /** All of a parent's, in the order they were sent. */
    public List<ChildOrder> of(String parentOrderId) {
        return orders.ofParent(parentOrderId);
    }

    public Map<ClientOrderId, String> roles(String parentOrderId) {
        return orders.rolesOf(parentOrderId);
    }

    /** Stores a child and the command that sends it. */
    public void place(String parentOrderId, Order order, String role) {
        store(parentOrderId, order, role);
        outbox.appendExpiring(
                Topics.ORDER_COMMAND, order.clientOrderId().value(), new OrderCommand.Submit(order, BY), commandMaxAge);
    }

    /**
     * Stores the orders of a group and the command that sends them all or none.
     *
     * @param roles of the orders, in their sequence
     */
    public void placeGroup(String parentOrderId, OrderGroup group, List<String> roles) {
        for (int i = 0; i < roles.size(); i++) {
            store(parentOrderId, group.orders().get(i), roles.get(i));
        }
        OrderCommand.SubmitGroup command = new OrderCommand.SubmitGroup(group, BY);
        outbox.appendExpiring(Topics.ORDER_COMMAND, command.key(), command, commandMaxAge);
    }

    /** Asks for another whole quantity of a child. */
    public void resize(ClientOrderId clientOrderId, String modificationId, BigDecimal quantity) {
        outbox.append(
                Topics.ORDER_COMMAND,
                clientOrderId.value(),
                new OrderCommand.Modify(clientOrderId, modificationId, OrderChange.quantity(quantity), BY));
    }

    /** Ends a child that certainly never left this service, because the order it was to follow never did. */
    public void neverSent(ClientOrderId clientOrderId, String because) {
        ledger.lock(clientOrderId)
                .filter(child -> child.snapshot().status() == OrderStatus.STORED)
                .ifPresent(child -> ledger.cancelHere(child, because));
    }

    /** Asks for the end of a child; one that has not left ends here. */
    public void cancel(ClientOrderId clientOrderId) {
        ledger.lock(clientOrderId)
                .filter(child -> !child.snapshot().status().isTerminal())
                .ifPresent(this::cancel);
    }

    private void cancel(ChildOrder child) {
        ClientOrderId clientOrderId = child.snapshot().order().clientOrderId();
        ChildOrder noted = ledger.noteCancelRequest(child);
        if (child.snapshot().status() == OrderStatus.STORED
                && outbox.withdraw(Topics.ORDER_COMMAND, clientOrderId.value())) {
            ledger.cancelHere(noted, "cancelled before it was handed over to the adapter");
            return;
        }
        outbox.append(Topics.ORDER_COMMAND, clientOrderId.value(), new OrderCommand.Cancel(clientOrderId, BY));
    }

    private void store(String parentOrderId, Order order, String role) {
        ledger.store(parentOrderId, order);
        orders.setRole(order.clientOrderId(), role);
        outbox.append(
                Topics.EXECUTION_EVENT,
                parentOrderId,
                new ExecutionEvent.ChildSent(
                        parentOrderId, order.clientOrderId(), role, order.quantity(), clock.instant()));
    }
}
