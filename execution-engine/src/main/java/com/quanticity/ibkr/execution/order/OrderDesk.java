package com.quanticity.ibkr.execution.order;

import com.quanticity.ibkr.execution.ExecutionMeter;
import com.quanticity.ibkr.execution.ledger.ChildOrder;
import com.quanticity.ibkr.execution.ledger.ChildOrders;
import com.quanticity.ibkr.execution.ledger.OrderLedger;
import com.quanticity.ibkr.execution.outbox.ExpiredMessages;
import com.quanticity.ibkr.execution.outbox.Outbox;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderStatus;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.model.stream.Ulid;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes orders and requests to cancel them. An order and the command to send it are stored in one transaction, before anything else
 * happens. Thread-safe.
 */
final class OrderDesk implements ExpiredMessages {

    private static final Logger LOG = LoggerFactory.getLogger(OrderDesk.class);
    private static final String BY = "execution-engine";

    private final ParentOrders parents;
    private final ChildOrders children;
    private final OrderLedger ledger;
    private final Outbox outbox;
    private final TransactionOperations transactions;
    private final Duration commandMaxAge;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Ulid ids;

    OrderDesk(
            ParentOrders parents,
            ChildOrders children,
            OrderLedger ledger,
            Outbox outbox,
            TransactionOperations transactions,
            Duration commandMaxAge,
            Clock clock,
            MeterRegistry meters) {
        this.parents = parents;
        this.children = children;
        this.ledger = ledger;
        this.outbox = outbox;
        this.transactions = transactions;
        this.commandMaxAge = commandMaxAge;
        this.clock = clock;
        this.meters = meters;
        this.ids = new Ulid(clock);
    }

    Placement place(IdempotencyKey key, OrderRequest request) {
        Order order = request.order(ClientOrderId.of(ids.next()));
        return transactions.execute(_ -> place(key, order));
    }

    Cancellation cancel(ClientOrderId clientOrderId) {
        return transactions.execute(_ ->
                ledger.lock(clientOrderId).<Cancellation>map(this::cancel).orElseGet(Cancellation.NoSuchOrder::new));
    }

    /** An order that was not handed over in time is not sent any more. */
    @Override
    public void onExpired(String key) {
        transactions.executeWithoutResult(_ -> ledger.lock(ClientOrderId.of(key))
                .filter(order -> outbox.withdraw(Topics.ORDER_COMMAND, key))
                .ifPresent(this::withdrawn));
    }

    private Placement place(IdempotencyKey key, Order order) {
        String parentOrderId = ids.next();
        if (!parents.insert(parentOrderId, key, order, clock.instant())) {
            return repeated(key, order);
        }
        ChildOrder child = ledger.store(parentOrderId, order);
        outbox.appendExpiring(
                Topics.ORDER_COMMAND, order.clientOrderId().value(), new OrderCommand.Submit(order, BY), commandMaxAge);
        return new Placement.Placed(child);
    }

    private Placement repeated(IdempotencyKey key, Order order) {
        ParentOrders.Taken taken = parents.taken(key);
        ChildOrder child = children.findByParent(taken.parentOrderId()).orElseThrow();
        return taken.fingerprint().equals(OrderRequest.fingerprint(order))
                ? new Placement.Repeated(child)
                : new Placement.KeyTaken(child);
    }

    private Cancellation cancel(ChildOrder order) {
        if (order.snapshot().status().isTerminal()) {
            return new Cancellation.TooLate(order);
        }
        ChildOrder noted = ledger.noteCancelRequest(order);
        ClientOrderId clientOrderId = order.snapshot().order().clientOrderId();
        LOG.info(
                "cancel requested clientOrderId={} status={}",
                clientOrderId,
                order.snapshot().status());
        if (order.snapshot().status() == OrderStatus.STORED
                && outbox.withdraw(Topics.ORDER_COMMAND, clientOrderId.value())) {
            return new Cancellation.Requested(withdrawn(noted));
        }
        outbox.append(Topics.ORDER_COMMAND, clientOrderId.value(), new OrderCommand.Cancel(clientOrderId, BY));
        return new Cancellation.Requested(noted);
    }

    private ChildOrder withdrawn(ChildOrder order) {
        if (order.cancelRequestedAt() != null) {
            count("CANCELLED");
            return ledger.cancelHere(order, "cancelled before it was handed over to the adapter");
        }
        count(DenialReason.COMMAND_EXPIRED.name());
        return ledger.learn(order, expired(order));
    }

    private OrderEvent.Denied expired(ChildOrder order) {
        Instant now = clock.instant();
        return new OrderEvent.Denied(
                order.snapshot().order().clientOrderId(),
                DenialReason.COMMAND_EXPIRED,
                DenialReason.COMMAND_EXPIRED.advice(),
                Duration.between(order.snapshot().createdAt(), now).toSeconds() + " s",
                commandMaxAge.toSeconds() + " s",
                now);
    }

    private void count(String reason) {
        meters.counter(ExecutionMeter.ORDERS_WITHDRAWN.meterName(), "reason", reason)
                .increment();
    }
}
