package com.quanticity.ibkr.execution.ledger;

import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderEvent.Accepted;
import com.quanticity.ibkr.model.order.OrderEvent.Cancelled;
import com.quanticity.ibkr.model.order.OrderEvent.CommissionReported;
import com.quanticity.ibkr.model.order.OrderEvent.Denied;
import com.quanticity.ibkr.model.order.OrderEvent.Executed;
import com.quanticity.ibkr.model.order.OrderEvent.Rejected;
import com.quanticity.ibkr.model.order.OrderEvent.RequestRefused;
import com.quanticity.ibkr.model.order.OrderEvent.Unknown;
import com.quanticity.ibkr.model.order.OrderEvent.Working;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.OrderStatus;
import com.quanticity.ibkr.model.order.PermId;
import com.quanticity.ibkr.model.session.ClientId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Everything the events of one order have taught us, fills apart. This is the order state machine: knowledge only grows, and the status
 * is read off it, so the order in which facts arrive and their repetition make no difference.
 *
 * @param clientId who placed it, null until it was handed to the wire
 * @param orderId number within that client id, null until then
 * @param permId account-wide number, null until acknowledged
 * @param brokerFactAt latest time at which the broker showed to have the order, null while it never did
 * @param unknown latest statement that the outcome is not known, null when there was none
 * @param denied first denial, null when there was none
 * @param ended first end by cancel, expiry or rejection, null when there was none
 * @param refused latest refusal of a cancel or change, null when there was none
 */
record OrderFacts(
        @Nullable ClientId clientId,
        @Nullable OrderId orderId,
        @Nullable PermId permId,
        @Nullable Instant brokerFactAt,
        @Nullable Remark unknown,
        @Nullable Remark denied,
        @Nullable Ending ended,
        @Nullable Remark refused) {

    static final OrderFacts NONE = new OrderFacts(null, null, null, null, null, null, null, null);

    /** A dated reason with its code, empty when there is none. */
    record Remark(Instant at, String code, String text) {
        static final Remark NONE = new Remark(Instant.EPOCH, "", "");
    }

    /** How the order ended. */
    record Ending(OrderStatus status, Remark remark) {

        /** The earlier one; at the same instant the rejection, which says more. */
        static Ending first(@Nullable Ending one, Ending other) {
            if (one == null) {
                return other;
            }
            int order = one.remark.at.compareTo(other.remark.at);
            return order < 0 || (order == 0 && one.status == OrderStatus.REJECTED) ? one : other;
        }
    }

    /** What is known after this event too. */
    OrderFacts after(OrderEvent event) {
        return switch (event) {
            case Accepted accepted -> sent(accepted.clientId(), accepted.orderId());
            case Working working ->
                sent(working.clientId(), working.orderId())
                        .acknowledged(working.permId())
                        .seenAtBroker(working.at());
            case Executed executed ->
                sent(executed.execution().clientId(), executed.execution().orderId())
                        .acknowledged(executed.execution().permId())
                        .seenAtBroker(executed.at());
            case Cancelled cancelled ->
                sent(cancelled.clientId(), cancelled.orderId())
                        .acknowledged(cancelled.permId())
                        .ended(OrderStatus.CANCELLED, new Remark(cancelled.at(), "", reason(cancelled)));
            case Rejected rejected ->
                sent(rejected.clientId(), rejected.orderId())
                        .ended(
                                OrderStatus.REJECTED,
                                new Remark(rejected.at(), code(rejected.code()), rejected.reason()));
            case Unknown unsure ->
                sent(unsure.clientId(), unsure.orderId()).unsure(new Remark(unsure.at(), "", unsure.reason()));
            case Denied refusedByUs ->
                denied(new Remark(refusedByUs.at(), refusedByUs.reason().name(), text(refusedByUs)));
            case RequestRefused request ->
                requestRefused(new Remark(request.at(), code(request.code()), request.reason()));
            case CommissionReported _ -> this;
        };
    }

    /** Ended by us before anybody else saw it. */
    OrderFacts cancelledHere(Instant at, String reason) {
        return ended(OrderStatus.CANCELLED, new Remark(at, "", reason));
    }

    /** Executions decide, then the first end, then what is live; a denial counts only while nothing shows that the order left us. */
    OrderStatus status(BigDecimal quantity, BigDecimal filledQuantity) {
        if (filledQuantity.compareTo(quantity) >= 0) {
            return OrderStatus.FILLED;
        }
        if (ended != null) {
            return ended.status();
        }
        if (isUnknown()) {
            return OrderStatus.UNKNOWN;
        }
        if (filledQuantity.signum() > 0) {
            return OrderStatus.PARTIALLY_FILLED;
        }
        if (brokerFactAt != null) {
            return OrderStatus.WORKING;
        }
        if (orderId != null) {
            return OrderStatus.IN_FLIGHT;
        }
        return denied != null ? OrderStatus.DENIED : OrderStatus.STORED;
    }

    /** Why the order is in this status, {@link Remark#NONE} when nothing was said. */
    Remark remark(OrderStatus status) {
        Remark remark = switch (status) {
            case DENIED -> denied;
            case CANCELLED, REJECTED -> ended == null ? null : ended.remark();
            case UNKNOWN -> unknown;
            case STORED, IN_FLIGHT, WORKING, PARTIALLY_FILLED, FILLED -> refused;
        };
        return remark == null ? Remark.NONE : remark;
    }

    /** True when we denied the order and it was sent nevertheless. */
    boolean isContradictory() {
        return denied != null && orderId != null;
    }

    private boolean isUnknown() {
        return unknown != null && (brokerFactAt == null || !brokerFactAt.isAfter(unknown.at()));
    }

    private OrderFacts sent(ClientId client, OrderId order) {
        return orderId != null
                ? this
                : new OrderFacts(client, order, permId, brokerFactAt, unknown, denied, ended, refused);
    }

    private OrderFacts acknowledged(@Nullable PermId id) {
        return id == null || permId != null
                ? this
                : new OrderFacts(clientId, orderId, id, brokerFactAt, unknown, denied, ended, refused);
    }

    private OrderFacts seenAtBroker(Instant at) {
        return brokerFactAt != null && brokerFactAt.isAfter(at)
                ? this
                : new OrderFacts(clientId, orderId, permId, at, unknown, denied, ended, refused);
    }

    private OrderFacts unsure(Remark remark) {
        return new OrderFacts(clientId, orderId, permId, brokerFactAt, later(unknown, remark), denied, ended, refused);
    }

    private OrderFacts denied(Remark remark) {
        return denied != null && !denied.at().isAfter(remark.at())
                ? this
                : new OrderFacts(clientId, orderId, permId, brokerFactAt, unknown, remark, ended, refused);
    }

    private OrderFacts ended(OrderStatus status, Remark remark) {
        Ending first = Ending.first(ended, new Ending(status, remark));
        return new OrderFacts(clientId, orderId, permId, brokerFactAt, unknown, denied, first, refused);
    }

    private OrderFacts requestRefused(Remark remark) {
        return new OrderFacts(clientId, orderId, permId, brokerFactAt, unknown, denied, ended, later(refused, remark));
    }

    private static Remark later(@Nullable Remark one, Remark other) {
        return one != null && one.at().isAfter(other.at()) ? one : other;
    }

    private static String reason(Cancelled cancelled) {
        return cancelled.reason().isEmpty() ? cancelled.rawStatus() : cancelled.reason();
    }

    private static String text(Denied denied) {
        String value = denied.value().isEmpty() ? "" : " value=" + denied.value();
        String limit = denied.limit().isEmpty() ? "" : " limit=" + denied.limit();
        return denied.message() + value + limit;
    }

    private static String code(int code) {
        return code == 0 ? "" : Integer.toString(code);
    }
}
