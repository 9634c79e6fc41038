package com.quanticity.ibkr.execution.ledger;

import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderChange;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderEvent.Accepted;
import com.quanticity.ibkr.model.order.OrderEvent.CancelPending;
import com.quanticity.ibkr.model.order.OrderEvent.Cancelled;
import com.quanticity.ibkr.model.order.OrderEvent.CommissionReported;
import com.quanticity.ibkr.model.order.OrderEvent.Denied;
import com.quanticity.ibkr.model.order.OrderEvent.Executed;
import com.quanticity.ibkr.model.order.OrderEvent.Modified;
import com.quanticity.ibkr.model.order.OrderEvent.ModifyFailed;
import com.quanticity.ibkr.model.order.OrderEvent.ModifyPending;
import com.quanticity.ibkr.model.order.OrderEvent.Previewed;
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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * @param cancelPending latest time at which a cancel was on the wire, null when none was
 * @param changes every change ever sent, by its id
 */
record OrderFacts(
        @Nullable ClientId clientId,
        @Nullable OrderId orderId,
        @Nullable PermId permId,
        @Nullable Instant brokerFactAt,
        @Nullable Remark unknown,
        @Nullable Remark denied,
        @Nullable Ending ended,
        @Nullable Remark refused,
        @Nullable Instant cancelPending,
        Map<String, Change> changes) {

    static final OrderFacts NONE = new OrderFacts(null, null, null, null, null, null, null, null, null, Map.of());

    /** Rows written before there were changes have none. */
    @SuppressWarnings("NullAway")
    OrderFacts {
        changes = changes == null ? Map.of() : Map.copyOf(changes);
    }

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
            case CancelPending cancel -> cancelPending(cancel.at());
            case ModifyPending pending ->
                changing(pending.modificationId(), Change.pending(pending.at(), pending.change()));
            case Modified made -> changing(made.modificationId(), Change.made(made.at(), made.change()));
            case ModifyFailed failed -> changing(failed.modificationId(), Change.failed(failed));
            case CommissionReported _, Previewed _ -> this;
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
        if (isCancelPending()) {
            return OrderStatus.PENDING_CANCEL;
        }
        if (openChange() != null) {
            return OrderStatus.PENDING_MODIFY;
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
            case PENDING_MODIFY -> openRemark();
            case STORED, IN_FLIGHT, WORKING, PARTIALLY_FILLED, PENDING_CANCEL, FILLED -> lastRefusal();
        };
        return remark == null ? Remark.NONE : remark;
    }

    /** The order by every change that was made, oldest first. */
    Order current(Order order) {
        Order changed = order;
        for (Change change : inOrder()) {
            OrderChange wanted = change.wanted();
            if (change.state() == Change.State.MADE && wanted != null) {
                changed = wanted.appliedTo(changed);
            }
        }
        return changed;
    }

    /** True when we denied the order and it was sent nevertheless. */
    boolean isContradictory() {
        return denied != null && orderId != null;
    }

    private boolean isUnknown() {
        return unknown != null && (brokerFactAt == null || !brokerFactAt.isAfter(unknown.at()));
    }

    private boolean isCancelPending() {
        return cancelPending != null && (refused == null || refused.at().isBefore(cancelPending));
    }

    /** The change whose outcome is not known yet, the oldest when there are several. */
    private @Nullable Change openChange() {
        return inOrder().stream().filter(Change::isOpen).findFirst().orElse(null);
    }

    /** When the oldest change was asked for whose outcome is not known; null when there is none. */
    @Nullable Instant changingSince() {
        Change open = openChange();
        return open == null ? null : open.at();
    }

    private @Nullable Remark openRemark() {
        Change open = openChange();
        return open == null ? null : open.remark();
    }

    /** What was refused last, a cancel or a change. */
    private @Nullable Remark lastRefusal() {
        List<Change> refusals = inOrder().stream()
                .filter(change -> change.state() == Change.State.FAILED)
                .toList();
        if (refusals.isEmpty()) {
            return refused;
        }
        return refused == null
                ? refusals.getLast().remark()
                : later(refused, refusals.getLast().remark());
    }

    private List<Change> inOrder() {
        return changes.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Change> entry) ->
                                entry.getValue().at())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getValue)
                .toList();
    }

    private OrderFacts sent(ClientId client, OrderId order) {
        return orderId != null
                ? this
                : new OrderFacts(
                        client, order, permId, brokerFactAt, unknown, denied, ended, refused, cancelPending, changes);
    }

    private OrderFacts acknowledged(@Nullable PermId id) {
        return id == null || permId != null
                ? this
                : new OrderFacts(
                        clientId, orderId, id, brokerFactAt, unknown, denied, ended, refused, cancelPending, changes);
    }

    private OrderFacts seenAtBroker(Instant at) {
        return brokerFactAt != null && brokerFactAt.isAfter(at)
                ? this
                : new OrderFacts(
                        clientId, orderId, permId, at, unknown, denied, ended, refused, cancelPending, changes);
    }

    private OrderFacts unsure(Remark remark) {
        return new OrderFacts(
                clientId,
                orderId,
                permId,
                brokerFactAt,
                later(unknown, remark),
                denied,
                ended,
                refused,
                cancelPending,
                changes);
    }

    private OrderFacts denied(Remark remark) {
        return denied != null && !denied.at().isAfter(remark.at())
                ? this
                : new OrderFacts(
                        clientId,
                        orderId,
                        permId,
                        brokerFactAt,
                        unknown,
                        remark,
                        ended,
                        refused,
                        cancelPending,
                        changes);
    }

    private OrderFacts ended(OrderStatus status, Remark remark) {
        Ending first = Ending.first(ended, new Ending(status, remark));
        return new OrderFacts(
                clientId, orderId, permId, brokerFactAt, unknown, denied, first, refused, cancelPending, changes);
    }

    private OrderFacts requestRefused(Remark remark) {
        return new OrderFacts(
                clientId,
                orderId,
                permId,
                brokerFactAt,
                unknown,
                denied,
                ended,
                later(refused, remark),
                cancelPending,
                changes);
    }

    private OrderFacts cancelPending(Instant at) {
        return cancelPending != null && !cancelPending.isBefore(at)
                ? this
                : new OrderFacts(clientId, orderId, permId, brokerFactAt, unknown, denied, ended, refused, at, changes);
    }

    private OrderFacts changing(String id, Change news) {
        Map<String, Change> known = new HashMap<>(changes);
        known.merge(id, news, Change::surer);
        return new OrderFacts(
                clientId, orderId, permId, brokerFactAt, unknown, denied, ended, refused, cancelPending, known);
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
