package com.quanticity.ibkr.execution.ledger;

import com.quanticity.ibkr.execution.ExecutionMeter;
import com.quanticity.ibkr.execution.outbox.Outbox;
import com.quanticity.ibkr.model.execution.ExecutionEvent;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderSnapshot;
import com.quanticity.ibkr.model.order.OrderStatus;
import com.quanticity.ibkr.model.stream.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes orders, and tells every change on {@code execution.event} through the outbox. Each method takes part in the caller's
 * transaction and locks the order it changes. Thread-safe.
 */
public final class OrderLedger {

    private static final Logger LOG = LoggerFactory.getLogger(OrderLedger.class);

    private final ChildOrders orders;
    private final Fills fills;
    private final Outbox outbox;
    private final ChildChanges changes;
    private final Clock clock;
    private final MeterRegistry meters;

    OrderLedger(
            ChildOrders orders, Fills fills, Outbox outbox, ChildChanges changes, Clock clock, MeterRegistry meters) {
        this.orders = orders;
        this.fills = fills;
        this.outbox = outbox;
        this.changes = changes;
        this.clock = clock;
        this.meters = meters;
    }

    /** Stores a new order; nothing was sent yet. */
    public ChildOrder store(String parentOrderId, Order order) {
        ChildOrder stored = ChildOrder.stored(parentOrderId, order, clock.instant());
        orders.insert(stored);
        tell(stored.snapshot());
        count(stored.snapshot().status());
        LOG.info(
                "order stored clientOrderId={} strategy={} side={} quantity={} symbol={} type={}",
                order.clientOrderId(),
                order.strategy(),
                order.side(),
                order.quantity().toPlainString(),
                order.symbol(),
                order.type());
        return stored;
    }

    /** The order, locked until the transaction ends; empty when it is not ours. */
    public Optional<ChildOrder> lock(ClientOrderId clientOrderId) {
        return orders.lock(clientOrderId);
    }

    /** Notes that somebody wants the order cancelled; the status does not change by it. */
    public ChildOrder noteCancelRequest(ChildOrder locked) {
        ChildOrder noted = locked.cancelRequested(clock.instant());
        orders.update(noted);
        return noted;
    }

    /** Ends an order that certainly never left this service. */
    public ChildOrder cancelHere(ChildOrder locked, String reason) {
        return learn(locked, locked.facts().cancelledHere(clock.instant(), reason));
    }

    /** Learns one fact about one of our orders, or looks at its fills again when the fact is one of those. */
    public ChildOrder learn(ChildOrder locked, OrderEvent event) {
        return learn(locked, locked.facts().after(event));
    }

    /** Adds up the order's fills again. */
    void refresh(ChildOrder locked) {
        learn(locked, locked.facts());
    }

    private ChildOrder learn(ChildOrder before, OrderFacts facts) {
        ClientOrderId clientOrderId = before.snapshot().order().clientOrderId();
        Instant now = clock.instant();
        ChildOrder after = before.with(facts, fills.totals(clientOrderId), now);
        if (!after.equals(before)) {
            orders.update(after);
        }
        if (after.snapshot().version() != before.snapshot().version()) {
            tell(after.snapshot());
            changes.changed(after.parentOrderId());
            log(before, after);
        }
        return after;
    }

    private void tell(OrderSnapshot snapshot) {
        outbox.append(
                Topics.EXECUTION_EVENT,
                snapshot.order().clientOrderId().value(),
                new ExecutionEvent.OrderChanged(snapshot));
    }

    private void log(ChildOrder before, ChildOrder after) {
        if (after.snapshot().status() != before.snapshot().status()) {
            logStatus(before.snapshot(), after.snapshot());
        }
        if (after.facts().isContradictory() && !before.facts().isContradictory()) {
            logSentAlthoughDenied(after);
        }
        if (after.isOverfilled() && after.isFilledBeyond(before)) {
            logOverfill(after.snapshot());
        }
    }

    private void logStatus(OrderSnapshot before, OrderSnapshot now) {
        count(now.status());
        LOG.info(
                "order status={} was={} clientOrderId={}{}{} filledQuantity={}{}{}",
                now.status(),
                before.status(),
                now.order().clientOrderId(),
                known("clientId", now.clientId()),
                known("orderId", now.orderId()),
                now.filledQuantity().toPlainString(),
                known("reasonCode", now.reasonCode()),
                known("reason", now.reason()));
    }

    /** What is not known has no key. */
    private static String known(String key, @Nullable Object value) {
        return value == null || value.toString().isEmpty() ? "" : " " + key + "=" + value;
    }

    private void logSentAlthoughDenied(ChildOrder order) {
        contradiction("denial");
        LOG.error(
                "order sent although denied clientOrderId={}{} denial={}; it counts as live, check it with the broker",
                order.snapshot().order().clientOrderId(),
                known("orderId", order.snapshot().orderId()),
                order.facts().remark(OrderStatus.DENIED).code());
    }

    private void logOverfill(OrderSnapshot now) {
        contradiction("overfill");
        LOG.error(
                "order overfilled clientOrderId={}{} quantity={} filledQuantity={}; the fills count, check them with"
                        + " the broker",
                now.order().clientOrderId(),
                known("orderId", now.orderId()),
                now.order().quantity().toPlainString(),
                now.filledQuantity().toPlainString());
    }

    private void count(OrderStatus status) {
        meters.counter(ExecutionMeter.ORDER_STATUS.meterName(), "status", status.name())
                .increment();
    }

    private void contradiction(String kind) {
        meters.counter(ExecutionMeter.CONTRADICTIONS.meterName(), "kind", kind).increment();
    }
}
