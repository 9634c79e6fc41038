package com.quanticity.ibkr.adapter.order;

import com.quanticity.ibkr.adapter.journal.FactSink;
import com.quanticity.ibkr.adapter.journal.JournalState;
import com.quanticity.ibkr.gateway.error.ErrorCatalogue;
import com.quanticity.ibkr.gateway.error.ErrorCode;
import com.quanticity.ibkr.gateway.error.ErrorContext;
import com.quanticity.ibkr.gateway.error.ErrorMeaning;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.event.TradingEvent;
import com.quanticity.ibkr.gateway.event.TradingEvent.OrderStatus;
import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.gateway.order.GatewayOrderStatus;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.TimeInForce;
import com.quanticity.ibkr.model.session.ClientId;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What open orders, statuses, completed orders and error messages say about our orders. Executions decide about fills, statuses inform;
 * a code that is not known to kill an order never does. Call with the book's monitor held. Source: wire specification, orders sections
 * 3 to 6 and behaviour section 10.
 */
final class OrderProgress {

    private static final Logger LOG = LoggerFactory.getLogger(OrderProgress.class);

    private final ClientId clientId;
    private final OrderBook book;
    private final OrderIds ids;
    private final FactSink outbox;
    private final Runnable lookUp;
    private final Clock clock;
    private final OpenChanges changes;
    private final Set<Long> strangers = new HashSet<>();

    /**
     * Reads into the book and tells the outbox.
     *
     * @param lookUp asks the gateway for open orders because a code left the outcome open; must not block
     */
    OrderProgress(
            ClientId clientId,
            OrderBook book,
            OrderIds ids,
            OpenChanges changes,
            FactSink outbox,
            Runnable lookUp,
            Clock clock) {
        this.clientId = clientId;
        this.book = book;
        this.ids = ids;
        this.outbox = outbox;
        this.lookUp = lookUp;
        this.clock = clock;
        this.changes = changes;
    }

    /** What comes of changes. */
    OpenChanges changes() {
        return changes;
    }

    /** Brings ids only: an order status with the numbers follows each open order. */
    void onOpenOrder(TradingEvent.OpenOrder open) {
        if (open.order().identity().clientId() != clientId.value()) {
            return;
        }
        ids.seen(open.orderId());
        BookedOrder order = order(open.orderId(), open.order());
        if (order == null) {
            stranger(open);
        } else {
            book.learn(order, open.order().identity().permId());
            if (!open.orderState().rejectReason().isEmpty()) {
                order.learn(order.code(), open.orderState().rejectReason());
            }
            changes.onOpenOrder(order, open.order());
        }
    }

    void onStatus(OrderStatus status) {
        BookedOrder order = order(status);
        if (order == null) {
            return;
        }
        book.learn(order, status.permId());
        switch (status.orderStatus()) {
            case API_PENDING, PENDING_SUBMIT -> {}
            case PRE_SUBMITTED, SUBMITTED, PENDING_CANCEL, UNRECOGNISED -> working(order, status);
            case FILLED -> {
                changes.onFilled(order, status.filled());
                working(order, status);
            }
            case CANCELLED, API_CANCELLED -> cancelled(order, status.status(), order.reason());
            case INACTIVE -> inactive(order, status);
        }
    }

    void onCompleted(TradingEvent.CompletedOrder completed) {
        BookedOrder order = order(0, completed.order());
        if (order == null || !order.isLive()) {
            return;
        }
        String text = completed.orderState().completedStatus();
        String status = completed.orderState().status();
        book.learn(order, completed.order().identity().permId());
        switch (GatewayOrderStatus.of(status)) {
            case CANCELLED, API_CANCELLED -> cancelled(order, status, text);
            case INACTIVE -> rejected(order, order.code(), text);
            // Its executions tell the fill.
            case FILLED -> changes.onFilled(order, completed.order().outcome().filledQuantity());
            // No way for an order to have ended.
            case API_PENDING, PENDING_SUBMIT, PRE_SUBMITTED, SUBMITTED, PENDING_CANCEL, UNRECOGNISED -> {}
        }
    }

    void onError(ErrorMessage error) {
        if (error.isAboutSession() || GatewaySession.isRequestId(error.id())) {
            return;
        }
        BookedOrder order = book.find(OrderId.of(error.id()));
        if (order == null) {
            LOG.warn("order message of unknown order orderId={} errorCode={}", error.id(), error.errorCode());
            return;
        }
        if (order.isLive()) {
            onCode(order, error.errorCode(), error.errorMsg());
        } else if (order.isCancelRequested() && error.errorCode() != ErrorCode.ORDER_CANCELLED.code()) {
            refused(order, error.errorCode(), error.errorMsg());
        }
    }

    private void onCode(BookedOrder order, int code, String text) {
        ErrorMeaning meaning = ErrorCatalogue.meaning(code, context(order), text);
        switch (meaning.order()) {
            case DEAD -> dead(order, code, text);
            case ALIVE -> alive(order, meaning, text);
            case UNKNOWN -> unclear(order, meaning, text);
        }
    }

    private static ErrorContext context(BookedOrder order) {
        if (!order.isAcknowledged()) {
            return ErrorContext.NEW_ORDER;
        }
        if (order.isCancelRequested()) {
            return ErrorContext.CANCELLED_ORDER;
        }
        return order.openChange() == null ? ErrorContext.WORKING_ORDER : ErrorContext.MODIFIED_ORDER;
    }

    private void dead(BookedOrder order, int code, String text) {
        order.learn(code, text);
        if (isEndOfCancel(code)) {
            cancelled(order, GatewayOrderStatus.CANCELLED.wireText(), text);
        } else {
            rejected(order, code, text);
        }
    }

    /** The cancel is done, or there is nothing left to cancel. */
    private static boolean isEndOfCancel(int code) {
        return code == ErrorCode.ORDER_CANCELLED.code()
                || code == ErrorCode.CANCEL_OF_UNKNOWN_ORDER.code()
                || code == ErrorCode.CANCEL_REFUSED.code()
                || code == ErrorCode.NOT_CANCELLABLE.code();
    }

    private void alive(BookedOrder order, ErrorMeaning meaning, String text) {
        if (meaning.context() == ErrorContext.MODIFIED_ORDER && meaning.isRefusal()) {
            changes.refused(order, Integer.toString(meaning.code()), text);
        } else if (meaning.isRefusal()) {
            refused(order, meaning.code(), text);
        } else {
            LOG.info(
                    "order notice clientOrderId={} symbol={} errorCode={} message={}",
                    order.clientOrderId(),
                    order.order().symbol(),
                    meaning.code(),
                    text);
        }
    }

    /** A listed refusal is told; what became of the order the gateway is asked for. */
    private void unclear(BookedOrder order, ErrorMeaning meaning, String text) {
        boolean answersACancel =
                meaning.code() == ErrorCode.CANCEL_REFUSED.code() || meaning.code() == ErrorCode.NOT_CANCELLABLE.code();
        if (meaning.context() == ErrorContext.NEW_ORDER && !answersACancel) {
            unknown(order, "broker said " + meaning.code() + " " + text);
        } else if (meaning.context() == ErrorContext.MODIFIED_ORDER && meaning.isRefusal()) {
            unclearChange(order, meaning, text);
        } else if (meaning.isRefusal() && ErrorCode.of(meaning.code()).isPresent()) {
            refused(order, meaning.code(), text);
        } else {
            LOG.warn(
                    "order message clientOrderId={} symbol={} errorCode={} message={}",
                    order.clientOrderId(),
                    order.order().symbol(),
                    meaning.code(),
                    text);
        }
        lookUp.run();
    }

    /** A listed refusal is sure about the change, whatever became of the order; any other code is not. */
    private void unclearChange(BookedOrder order, ErrorMeaning meaning, String text) {
        if (ErrorCode.of(meaning.code()).isPresent()) {
            changes.refused(order, Integer.toString(meaning.code()), text);
        } else {
            changes.unknown(order, "broker said " + meaning.code() + " " + text);
        }
    }

    private void working(BookedOrder order, OrderStatus status) {
        boolean backToLife =
                order.state() == JournalState.REJECTED && status.orderStatus() == GatewayOrderStatus.SUBMITTED;
        if (!order.isLive() && !backToLife) {
            return;
        }
        Instant now = clock.instant();
        if (order.state() != JournalState.WORKING) {
            order.enter(JournalState.WORKING, now);
            order.learn(0, "");
        }
        String shown = status.status() + " " + status.filled().toPlainString() + " "
                + status.remaining().toPlainString() + " " + order.permId();
        if (order.show(shown)) {
            LOG.info(
                    "order working clientOrderId={} orderId={} status={} filled={} remaining={}",
                    order.clientOrderId(),
                    status.orderId(),
                    status.status(),
                    status.filled().toPlainString(),
                    status.remaining().toPlainString());
            OrderEvent.Working event = new OrderEvent.Working(
                    order.clientOrderId(),
                    clientId,
                    orderId(order),
                    order.permId(),
                    status.status(),
                    status.filled(),
                    status.remaining(),
                    now);
            outbox.tell(event, Facts.moved(order, now));
        }
    }

    /** Rejected, waiting for shares to borrow, or a fill-or-kill order that nothing filled. */
    private void inactive(BookedOrder order, OrderStatus status) {
        if (status.whyHeld().contains("locate")) {
            working(order, status);
        } else if (order.isLive()) {
            if (order.order().timeInForce() == TimeInForce.FILL_OR_KILL && order.code() == 0) {
                cancelled(order, status.status(), order.reason());
                return;
            }
            String reason = order.reason().isEmpty() ? "the broker made the order inactive" : order.reason();
            rejected(order, order.code(), reason);
        }
    }

    private void cancelled(BookedOrder order, String rawStatus, String told) {
        if (!order.isLive()) {
            return;
        }
        String reason = told.isBlank() ? whyExpired(order) : told;
        Instant now = clock.instant();
        changes.refused(order, "", "the order ended before the change was confirmed");
        order.enter(JournalState.CANCELLED, now);
        LOG.info("order cancelled clientOrderId={} status={} reason={}", order.clientOrderId(), rawStatus, reason);
        OrderEvent.Cancelled event = new OrderEvent.Cancelled(
                order.clientOrderId(), clientId, orderId(order), order.permId(), rawStatus, reason, now);
        outbox.tell(event, Facts.moved(order, now));
    }

    /** The broker says nothing about orders that end by their own lifetime. */
    private static String whyExpired(BookedOrder order) {
        if (order.isCancelRequested()) {
            return "";
        }
        return switch (order.order().timeInForce()) {
            case FILL_OR_KILL -> "expired: FILL_OR_KILL, the whole quantity could not be filled at once";
            case IMMEDIATE_OR_CANCEL -> "expired: IMMEDIATE_OR_CANCEL, what could not be filled at once has ended";
            case DAY, GOOD_TILL_CANCELLED, GOOD_TILL_DATE, AT_THE_OPENING -> "";
        };
    }

    private void rejected(BookedOrder order, int code, String reason) {
        Instant now = clock.instant();
        changes.refused(order, "", "the order ended before the change was confirmed");
        order.enter(JournalState.REJECTED, now);
        LOG.warn(
                "order rejected clientOrderId={} symbol={} errorCode={} reason={}",
                order.clientOrderId(),
                order.order().symbol(),
                code,
                reason);
        OrderEvent.Rejected event =
                new OrderEvent.Rejected(order.clientOrderId(), clientId, orderId(order), code, reason, now);
        outbox.tell(event, Facts.moved(order, now));
    }

    private void refused(BookedOrder order, int code, String reason) {
        LOG.warn(
                "request refused clientOrderId={} symbol={} errorCode={} reason={}",
                order.clientOrderId(),
                order.order().symbol(),
                code,
                reason);
        outbox.tell(new OrderEvent.RequestRefused(order.clientOrderId(), code, reason, clock.instant()), null);
    }

    /** Nobody can say what became of the order; told once until something new is heard of it. */
    void unknown(BookedOrder order, String reason) {
        if (order.state() == JournalState.UNKNOWN) {
            return;
        }
        Instant now = clock.instant();
        order.enter(JournalState.UNKNOWN, now);
        order.learn(0, reason);
        LOG.warn("order unknown clientOrderId={} reason={}", order.clientOrderId(), reason);
        outbox.tell(
                new OrderEvent.Unknown(order.clientOrderId(), clientId, orderId(order), reason, now),
                Facts.moved(order, now));
    }

    /** The session is certain that the order never reached the wire: a cancel took it back, or READY ended first. */
    void onUnsent(BookedOrder order) {
        if (order.isCancelRequested()) {
            cancelled(order, "", "cancelled before it was sent");
        } else {
            rejected(order, 0, "never sent, the session stopped taking orders before it left; submit a new order");
        }
    }

    private @Nullable BookedOrder order(int orderId, GatewayOrder wire) {
        return book.match(wire.orderRef(), wire.identity().permId(), true, orderId);
    }

    /** Another client that cancels our order shows its own id in the status; the perm id tells. */
    private @Nullable BookedOrder order(OrderStatus status) {
        return book.match("", status.permId(), status.clientId() == clientId.value(), status.orderId());
    }

    /** An order under our id that this service did not place; told once. The drop copy tells its life. */
    private void stranger(TradingEvent.OpenOrder open) {
        Long permId = open.order().identity().permId();
        if (permId != null && strangers.add(permId)) {
            LOG.warn(
                    "open order of our client id is not in the journal permId={} orderId={} symbol={}; look for who placed it",
                    permId,
                    open.orderId(),
                    open.contract().symbol());
        }
    }

    private static OrderId orderId(BookedOrder order) {
        return Objects.requireNonNull(order.orderId());
    }
}
