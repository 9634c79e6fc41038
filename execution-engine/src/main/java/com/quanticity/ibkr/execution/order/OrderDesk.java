package com.quanticity.ibkr.execution.order;

import com.quanticity.ibkr.execution.ExecutionMeter;
import com.quanticity.ibkr.execution.idempotency.Fingerprint;
import com.quanticity.ibkr.execution.idempotency.IdempotencyKey;
import com.quanticity.ibkr.execution.ledger.ChildOrder;
import com.quanticity.ibkr.execution.ledger.ChildOrders;
import com.quanticity.ibkr.execution.ledger.OrderLedger;
import com.quanticity.ibkr.execution.outbox.ExpiredMessages;
import com.quanticity.ibkr.execution.outbox.Outbox;
import com.quanticity.ibkr.model.order.CancelScope;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderGroup;
import com.quanticity.ibkr.model.order.OrderStatus;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.model.stream.Ulid;
import com.quanticity.ibkr.service.problem.ApiException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
    private static final int MOST_STORED = 10_000;

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
        Order order = request.order(ClientOrderId.of(ids.next()), clock.instant());
        return transactions.execute(_ -> place(key, order));
    }

    /** Stores all orders of a group with the one command that sends them. */
    GroupPlacement place(IdempotencyKey key, GroupRequest request) {
        OrderGroup group = request.group(ids.next(), ids::next, clock.instant());
        return transactions.execute(_ -> place(key, group));
    }

    Cancellation cancel(ClientOrderId clientOrderId) {
        return transactions.execute(_ ->
                ledger.lock(clientOrderId).<Cancellation>map(this::cancel).orElseGet(Cancellation.NoSuchOrder::new));
    }

    /** Cancels every live order of the scope; returns those that had not left this service and ended here. */
    List<ChildOrder> cancelAll(CancelScope scope, String reason) {
        LOG.info("cancel by scope requested scope={} reason={}", scope, reason);
        return transactions.execute(_ -> {
            List<ChildOrder> ended = children.list(OrderStatus.STORED, null, null, null, MOST_STORED).stream()
                    .filter(child -> scope.covers(child.snapshot().order()))
                    .map(child -> ledger.lock(child.snapshot().order().clientOrderId())
                            .orElseThrow())
                    .map(this::cancel)
                    .filter(Cancellation.Requested.class::isInstance)
                    .map(cancelled -> ((Cancellation.Requested) cancelled).order())
                    .filter(order -> order.snapshot().status().isTerminal())
                    .toList();
            outbox.append(Topics.ORDER_COMMAND, "", new OrderCommand.CancelAll(scope, reason, BY));
            return ended;
        });
    }

    /** An order that was not handed over in time is not sent any more, and no other of its group. */
    @Override
    public void onExpired(String key) {
        transactions.executeWithoutResult(_ -> ledger.lock(ClientOrderId.of(key))
                .filter(order -> outbox.withdraw(Topics.ORDER_COMMAND, key))
                .ifPresent(this::withdrawnWithGroup));
    }

    /** The legs of an entry that was cancelled are cancelled with it. */
    private ChildOrder withdrawnWithGroup(ChildOrder first) {
        boolean isCancelled = first.cancelRequestedAt() != null && OrderGroupKey.isHead(first);
        OrderGroupKey.siblings(first, children).stream()
                .map(sibling -> ledger.lock(sibling).orElseThrow())
                .filter(sibling -> sibling.snapshot().status() == OrderStatus.STORED)
                .map(sibling -> isCancelled ? ledger.noteCancelRequest(sibling) : sibling)
                .forEach(this::withdrawn);
        return withdrawn(first);
    }

    private Placement place(IdempotencyKey key, Order order) {
        String parentOrderId = ids.next();
        if (!parents.insert(parentOrderId, key, Fingerprint.of(order), order, clock.instant())) {
            return repeated(key, order);
        }
        ChildOrder child = ledger.store(parentOrderId, order);
        outbox.appendExpiring(
                Topics.ORDER_COMMAND, order.clientOrderId().value(), new OrderCommand.Submit(order, BY), commandMaxAge);
        return new Placement.Placed(child);
    }

    private GroupPlacement place(IdempotencyKey key, OrderGroup group) {
        String fingerprint = Fingerprint.of(group);
        Order first = group.orders().getFirst();
        if (!parents.insert(group.groupId(), key, fingerprint, first, clock.instant())) {
            ParentOrders.Taken taken = parents.taken(key);
            List<ChildOrder> known = children.ofParent(taken.parentOrderId());
            return taken.fingerprint().equals(fingerprint)
                    ? new GroupPlacement.Repeated(taken.parentOrderId(), known)
                    : new GroupPlacement.KeyTaken(taken.parentOrderId());
        }
        List<ChildOrder> stored = group.orders().stream()
                .map(order -> ledger.store(group.groupId(), order))
                .toList();
        outbox.appendExpiring(
                Topics.ORDER_COMMAND,
                first.clientOrderId().value(),
                new OrderCommand.SubmitGroup(group, BY),
                commandMaxAge);
        return new GroupPlacement.Placed(group.groupId(), stored);
    }

    private Placement repeated(IdempotencyKey key, Order order) {
        ParentOrders.Taken taken = parents.taken(key);
        ChildOrder child = children.ofParent(taken.parentOrderId()).stream()
                .findFirst()
                .orElseThrow(() -> ApiException.conflict(
                        "IDEMPOTENCY_KEY_TAKEN",
                        "This Idempotency-Key belongs to parent " + taken.parentOrderId()
                                + ". Nothing was stored. Use a new key for a new order."));
        return taken.fingerprint().equals(Fingerprint.of(order))
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
                && OrderGroupKey.isHead(order)
                && outbox.withdraw(Topics.ORDER_COMMAND, clientOrderId.value())) {
            return new Cancellation.Requested(withdrawnWithGroup(noted));
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
