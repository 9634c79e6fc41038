package com.quanticity.ibkr.adapter.order;

import com.quanticity.ibkr.adapter.journal.FactSink;
import com.quanticity.ibkr.adapter.journal.JournalChange;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.order.OrderCancel;
import com.quanticity.ibkr.gateway.request.OrderRequest.CancelOrder;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cancels pass in every trading state and at any age. One that cannot go out because the gateway is away is remembered, across a restart
 * too, and goes out as soon as the session is READY. To cancel twice does no harm.
 */
final class CancelDesk {

    private static final Logger LOG = LoggerFactory.getLogger(CancelDesk.class);

    private final GatewaySession session;
    private final OrderBook book;
    private final FactSink outbox;
    private final Clock clock;

    CancelDesk(GatewaySession session, OrderBook book, FactSink outbox, Clock clock) {
        this.session = session;
        this.book = book;
        this.outbox = outbox;
        this.clock = clock;
    }

    CompletableFuture<Void> cancel(OrderCommand.Cancel cancel) {
        Instant now = clock.instant();
        synchronized (book) {
            BookedOrder order = book.find(cancel.clientOrderId());
            if (order == null) {
                return refuse(cancel, "no such order here; nothing was cancelled", now);
            }
            if (!order.isLive()) {
                return refuse(cancel, "the order is " + order.state() + " already", now);
            }
            request(order, now);
            return CompletableFuture.completedFuture(null);
        }
    }

    /** Cancels every live order of the scope, one by one. */
    CompletableFuture<Void> cancelAll(OrderCommand.CancelAll cancel) {
        Instant now = clock.instant();
        synchronized (book) {
            List<BookedOrder> covered = book.live().stream()
                    .filter(order -> cancel.scope().covers(order.order()))
                    .toList();
            LOG.info(
                    "cancel by scope scope={} by={} reason={} orders={}",
                    cancel.scope(),
                    cancel.by(),
                    cancel.reason(),
                    covered.size());
            covered.forEach(order -> request(order, now));
        }
        return CompletableFuture.completedFuture(null);
    }

    /** Cancels an order that was sent and must not live. Call with the book's monitor held. */
    void request(ClientOrderId clientOrderId) {
        BookedOrder order = book.find(clientOrderId);
        if (order != null && order.isLive()) {
            request(order, clock.instant());
        }
    }

    private void request(BookedOrder order, Instant now) {
        order.requestCancel();
        outbox.note(new JournalChange.CancelRequested(order.clientOrderId(), now));
        send(order);
    }

    /** Sends again what may not have gone out. Call with the book's monitor held. */
    void sendPending() {
        book.live().stream().filter(BookedOrder::isCancelRequested).forEach(this::send);
    }

    private void send(BookedOrder order) {
        OrderId orderId = order.orderId();
        if (orderId == null) {
            return;
        }
        SendOutcome outcome = session.send(new CancelOrder(orderId.value(), OrderCancel.NONE));
        switch (outcome) {
            case SendOutcome.Accepted _ -> {
                LOG.info("cancel sent clientOrderId={} orderId={}", order.clientOrderId(), orderId);
                outbox.tell(new OrderEvent.CancelPending(order.clientOrderId(), clock.instant()), null);
            }
            case SendOutcome.Refused refused ->
                LOG.warn(
                        "cancel waits clientOrderId={} orderId={} cause={}; it goes out when the session is READY",
                        order.clientOrderId(),
                        orderId,
                        refused.message());
        }
    }

    private CompletableFuture<Void> refuse(OrderCommand.Cancel cancel, String why, Instant now) {
        LOG.info("cancel refused clientOrderId={} reason={}", cancel.clientOrderId(), why);
        return outbox.answer(new OrderEvent.RequestRefused(cancel.clientOrderId(), 0, why, now), null);
    }
}
