package com.quanticity.ibkr.execution.ledger;

import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderSnapshot;
import com.quanticity.ibkr.model.order.OrderStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order as it is sent, with what is known of it.
 *
 * @param parentOrderId the parent it belongs to
 * @param snapshot where it stands
 * @param cancelRequestedAt when we were first asked to cancel it, null when never
 */
public record ChildOrder(
        String parentOrderId,
        OrderSnapshot snapshot,
        OrderFacts facts,
        @Nullable Instant cancelRequestedAt) {

    static ChildOrder stored(String parentOrderId, Order order, Instant at) {
        OrderSnapshot snapshot = new OrderSnapshot(
                order, OrderStatus.STORED, null, null, null, FillTotals.NONE.quantity(), null, null, "", "", 1, at, at);
        return new ChildOrder(parentOrderId, snapshot, OrderFacts.NONE, null);
    }

    /** The order with other knowledge and fills; its version grows when anything a reader sees is different. */
    ChildOrder with(OrderFacts known, FillTotals fills, Instant now) {
        OrderStatus status = known.status(snapshot.order().quantity(), fills.quantity());
        OrderFacts.Remark remark = known.remark(status);
        OrderSnapshot next = new OrderSnapshot(
                snapshot.order(),
                status,
                known.clientId(),
                known.orderId(),
                known.permId(),
                fills.quantity(),
                fills.averagePrice(),
                fills.commission(),
                remark.code(),
                remark.text(),
                snapshot.version(),
                snapshot.createdAt(),
                snapshot.updatedAt());
        return new ChildOrder(
                parentOrderId, next.equals(snapshot) ? snapshot : changed(next, now), known, cancelRequestedAt);
    }

    /** True when more was filled than was asked for. */
    boolean isOverfilled() {
        return snapshot.filledQuantity().compareTo(snapshot.order().quantity()) > 0;
    }

    /** True when more is filled than in the other state of this order. */
    boolean isFilledBeyond(ChildOrder other) {
        return snapshot.filledQuantity().compareTo(other.snapshot.filledQuantity()) > 0;
    }

    ChildOrder cancelRequested(Instant at) {
        return cancelRequestedAt != null ? this : new ChildOrder(parentOrderId, snapshot, facts, at);
    }

    private static OrderSnapshot changed(OrderSnapshot next, Instant now) {
        return new OrderSnapshot(
                next.order(),
                next.status(),
                next.clientId(),
                next.orderId(),
                next.permId(),
                next.filledQuantity(),
                next.averagePrice(),
                next.commission(),
                next.reasonCode(),
                next.reason(),
                next.version() + 1,
                next.createdAt(),
                now);
    }
}
