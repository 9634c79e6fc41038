package com.quanticity.ibkr.adapter.order;

import com.quanticity.ibkr.adapter.journal.JournalState;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.TradingEvent.CompletedOrder;
import com.quanticity.ibkr.gateway.event.TradingEvent.OpenOrder;
import com.quanticity.ibkr.gateway.execution.ExecutionFilter;
import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.OrderQuery.ReqCompletedOrders;
import com.quanticity.ibkr.gateway.request.OrderQuery.ReqExecutions;
import com.quanticity.ibkr.gateway.request.OrderQuery.ReqOpenOrders;
import com.quanticity.ibkr.gateway.session.RequestOutcome;
import com.quanticity.ibkr.gateway.session.Synchronisation;
import com.quanticity.ibkr.gateway.session.SynchronisationFailedException;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings book and gateway together: before READY open orders, executions and completed orders are read and pass through the callbacks
 * like live ones; an order of ours that lived and left no trace becomes UNKNOWN. The same for orders caught in flight by a lost session
 * or left without an answer. Nothing is ever sent again.
 */
final class OrderRecovery {

    private static final Logger LOG = LoggerFactory.getLogger(OrderRecovery.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration ENDED_ORDERS_STAY = Duration.ofDays(2);

    private final OrderBook book;
    private final OrderIds ids;

    private final OrderProgress progress;
    private final Runnable lookUp;
    private final Duration acknowledgeTimeout;
    private final Clock clock;

    OrderRecovery(
            OrderBook book,
            OrderIds ids,
            OrderProgress progress,
            Runnable lookUp,
            Duration acknowledgeTimeout,
            Clock clock) {
        this.book = book;
        this.ids = ids;

        this.progress = progress;
        this.lookUp = lookUp;
        this.acknowledgeTimeout = acknowledgeTimeout;
        this.clock = clock;
    }

    /** Runs on the session's hook thread. */
    void synchronise(Synchronisation synchronisation) throws InterruptedException {
        ids.seen(synchronisation.nextValidId() - 1);
        Set<ClientOrderId> traced = new HashSet<>();
        boolean complete = read(synchronisation, new ReqOpenOrders(), traced);
        complete &=
                read(synchronisation, new ReqExecutions(synchronisation.nextRequestId(), ExecutionFilter.ALL), traced);
        complete &= read(synchronisation, new ReqCompletedOrders(false), traced);
        synchronized (book) {
            book.forgetEndedBefore(clock.instant().minus(ENDED_ORDERS_STAY));
            if (complete) {
                reportTraceless(traced);
            }
        }
    }

    /** Call with the book's monitor held. */
    void onSessionLost(String reason) {
        for (BookedOrder order : book.live()) {
            if (order.isInFlight()) {
                progress.unknown(order, "lost before the broker acknowledged it: " + reason);
            }
        }
    }

    /** The session is certain that this order never reached the wire. Call with the book's monitor held. */
    void onUnsent(OrderId orderId) {
        BookedOrder order = book.find(orderId);
        if (order == null || !order.isLive() || order.isAcknowledged()) {
            return;
        }
        progress.onUnsent(order);
    }

    /** Orders without any answer are not waited for silently: they are reported and looked up. Call about once a second. */
    void checkInFlight() {
        Instant overdue = clock.instant().minus(acknowledgeTimeout);
        boolean found = false;
        synchronized (book) {
            for (BookedOrder order : book.live()) {
                if (order.state() == JournalState.SENT && order.changedAt().isBefore(overdue)) {
                    progress.unknown(order, "no answer within " + acknowledgeTimeout.toSeconds() + " s");
                    found = true;
                }
            }
        }
        if (found) {
            lookUp.run();
        }
    }

    /** A gateway in read-only mode refuses to tell about orders; market data must go on all the same. */
    private static boolean read(Synchronisation synchronisation, GatewayRequest request, Set<ClientOrderId> traced)
            throws InterruptedException {
        return switch (synchronisation.ask(request, PATIENCE)) {
            case RequestOutcome.Answered answered -> {
                answered.events().forEach(event -> trace(event, traced));
                yield true;
            }
            case RequestOutcome.BrokerError error -> {
                LOG.warn(
                        "gateway does not tell about orders errorCode={} message={}; is it in read-only mode?",
                        error.code(),
                        error.message());
                yield false;
            }
            case RequestOutcome.TimedOut _, RequestOutcome.ConnectionLost _, RequestOutcome.NotSent _ ->
                throw new SynchronisationFailedException(
                        request.getClass().getSimpleName() + " was not answered within " + PATIENCE.toSeconds() + " s");
        };
    }

    private static void trace(GatewayEvent event, Set<ClientOrderId> traced) {
        if (event instanceof OpenOrder open) {
            trace(open.order(), traced);
        } else if (event instanceof CompletedOrder completed) {
            trace(completed.order(), traced);
        }
    }

    private static void trace(GatewayOrder order, Set<ClientOrderId> traced) {
        ClientOrderId reference = OrderReference.parse(order.orderRef());
        if (reference != null) {
            traced.add(reference);
        }
    }

    private void reportTraceless(Set<ClientOrderId> traced) {
        List<BookedOrder> live = book.live();
        for (BookedOrder order : live) {
            if (!traced.contains(order.clientOrderId())) {
                progress.unknown(order, "neither open nor completed at the gateway; look it up at the broker");
            }
        }
    }
}
