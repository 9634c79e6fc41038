package com.quanticity.ibkr.execution.ledger;

import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderSnapshot;
import com.quanticity.ibkr.model.order.OrderStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order as it is sent, with what is known of it.
 *
 * @param parentOrderId the parent it belongs to
 * @param snapshot where it stands
 * @param cancelRequestedAt when we were first asked to cancel it, null when never
 * @param cancelAskedAt when the adapter was last asked to cancel it, null when never
 */
public record ChildOrder(
        String parentOrderId,
        OrderSnapshot snapshot,
        OrderFacts facts,
        @Nullable Instant cancelRequestedAt,
        @Nullable Instant cancelAskedAt) {

    static ChildOrder stored(String parentOrderId, Order order, Instant at) {
        OrderSnapshot snapshot = new OrderSnapshot(
                order, OrderStatus.STORED, null, null, null, FillTotals.NONE.quantity(), null, null, "", "", 1, at, at);
        return new ChildOrder(parentOrderId, snapshot, OrderFacts.NONE, null, null);
    }

    /** The order with other knowledge and fills; its version grows when anything a reader sees is different. */
    ChildOrder with(OrderFacts known, FillTotals fills, Instant now) {
        Order order = known.current(snapshot.order());
        OrderStatus status = known.status(order.quantity(), fills.quantity());
        OrderFacts.Remark remark = known.remark(status);
        OrderSnapshot next = new OrderSnapshot(
                order,
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
                parentOrderId,
                next.equals(snapshot) ? snapshot : changed(next, now),
                known,
                cancelRequestedAt,
                cancelAskedAt);
    }

    /** Every change that was asked for, oldest first. */
    public List<OrderChangeState> changes() {
        return facts.changes().entrySet().stream()
                .map(entry -> entry.getValue().shown(entry.getKey()))
                .sorted(Comparator.comparing(OrderChangeState::at).thenComparing(OrderChangeState::modificationId))
                .toList();
    }

    /** Whether a change of it is made or certainly was not; empty while nothing is known of it. */
    public Optional<Boolean> isChangeSettled(String modificationId) {
        return Optional.ofNullable(facts.changes().get(modificationId)).map(change -> !change.isOpen());
    }

    /** Whether a change of it certainly was not made. */
    public boolean hasChangeFailed(String modificationId) {
        Change change = facts.changes().get(modificationId);
        return change != null && change.state() == Change.State.FAILED;
    }

    /** Whether a cancel of it was refused since it was first asked for; a later one may be under way. */
    public boolean wasCancelRefused() {
        OrderFacts.Remark refused = facts.refused();
        return refused != null && cancelRequestedAt != null && !refused.at().isBefore(cancelRequestedAt);
    }

    /**
     * Whether a cancel that is wanted is to be asked for now.
     *
     * @param pause between a refusal and the next attempt
     * @param patience how long an answer may take
     */
    public boolean isCancelDue(Duration pause, Duration patience, Instant now) {
        return cancelAskedAt == null || !now.isBefore(cancelAskedAt.plus(isCancelAnswered() ? pause : patience));
    }

    /** Whether a cancel was asked for and neither made nor refused for so long. */
    public boolean isCancelOverdue(Duration patience, Instant now) {
        Instant since = cancelUnansweredSince();
        return !snapshot.status().isTerminal()
                && since != null
                && since.plus(patience).isBefore(now);
    }

    /** Since when an answer about it is owed: it is on its way, being changed or being cancelled. Null when none is. */
    public @Nullable Instant unansweredSince() {
        Instant cancel = cancelUnansweredSince();
        return switch (snapshot.status()) {
            case STORED -> snapshot.createdAt();
            case IN_FLIGHT -> snapshot.updatedAt();
            case PENDING_CANCEL -> cancel == null ? snapshot.updatedAt() : cancel;
            case PENDING_MODIFY -> facts.changingSince();
            case WORKING, PARTIALLY_FILLED -> cancel;
            case UNKNOWN, FILLED, CANCELLED, REJECTED, DENIED -> null;
        };
    }

    private @Nullable Instant cancelUnansweredSince() {
        if (cancelRequestedAt == null || isCancelAnswered()) {
            return null;
        }
        OrderFacts.Remark refused = facts.refused();
        return refused == null || refused.at().isBefore(cancelRequestedAt) ? cancelRequestedAt : refused.at();
    }

    private boolean isCancelAnswered() {
        OrderFacts.Remark refused = facts.refused();
        return refused != null && cancelAskedAt != null && !refused.at().isBefore(cancelAskedAt);
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
        return new ChildOrder(parentOrderId, snapshot, facts, cancelRequestedAt == null ? at : cancelRequestedAt, at);
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
