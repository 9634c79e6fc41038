package com.quanticity.ibkr.adapter.order;

import com.quanticity.ibkr.adapter.gate.RecoveryBarrier;
import com.quanticity.ibkr.adapter.journal.JournalState;
import com.quanticity.ibkr.gateway.LocalRefusal;
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
import com.quanticity.ibkr.model.order.OrderId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings book and gateway together: before READY open orders, executions and completed orders are read and pass through the callbacks
 * like live ones; an order of ours that lived and left no trace becomes UNKNOWN. The same for orders caught in flight by a lost session
 * or left without an answer. Nothing is ever sent again.
 */
final class OrderRecovery implements RecoveryBarrier {

    private static final Logger LOG = LoggerFactory.getLogger(OrderRecovery.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration ENDED_ORDERS_STAY = Duration.ofDays(2);

    /** As many as any gateway tells: this process does not know when the one before it ended. */
    private static final int DAYS_AT_START = 7;

    /** A gap may span midnight. */
    private static final int DAYS_OF_A_GAP = 2;

    private final OrderBook book;
    private final OrderIds ids;
    private final OrderProgress progress;
    private final Runnable lookUp;
    private final Duration acknowledgeTimeout;
    private final Clock clock;
    /** What is not in of this connection; empty when all is. */
    private volatile String missing = "no connection was synchronised yet";

    private boolean readDays;

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
        missing = "open orders, executions and completed orders are being read";
        ids.seen(synchronisation.nextValidId() - 1);
        List<GatewayEvent> traces = new ArrayList<>();
        boolean answered = read(synchronisation, new ReqOpenOrders(), traces);
        answered &= readExecutions(synchronisation);
        answered &= read(synchronisation, new ReqCompletedOrders(false), traces);
        synchronized (book) {
            book.forgetEndedBefore(clock.instant().minus(ENDED_ORDERS_STAY));
            if (answered) {
                reportTraceless(traced(traces));
            }
        }
        missing = answered ? "" : "the gateway does not tell about orders; is it in read-only mode?";
    }

    @Override
    public boolean isComplete() {
        return missing.isEmpty();
    }

    @Override
    public String missing() {
        return missing;
    }

    /** Call with the book's monitor held. */
    void onSessionLost(String reason) {
        missing = "the session was lost: " + reason;
        for (BookedOrder order : book.live()) {
            if (order.isInFlight()) {
                progress.unknown(order, "lost before the broker acknowledged it: " + reason);
            }
            progress.changes().unknown(order, "lost before the broker confirmed it: " + reason);
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
                if (progress.changes().isOverdue(order, overdue)) {
                    progress.changes().unknown(order, "no answer within " + acknowledgeTimeout.toSeconds() + " s");
                    found = true;
                }
            }
        }
        if (found) {
            lookUp.run();
        }
    }

    /**
     * Executions since the last complete reading, across midnight too. Gateways older than version 200, and those whose trade log is
     * shorter, tell those since their midnight only. Source: wire specification, orders section 6.
     */
    private boolean readExecutions(Synchronisation synchronisation) throws InterruptedException {
        int days = readDays ? DAYS_OF_A_GAP : DAYS_AT_START;
        ExecutionFilter ofDays = new ExecutionFilter(0, "", "", "", "", "", "", days, List.of());
        RequestOutcome outcome =
                synchronisation.ask(new ReqExecutions(synchronisation.nextRequestId(), ofDays), PATIENCE);
        boolean refused = outcome instanceof RequestOutcome.BrokerError
                || outcome instanceof RequestOutcome.NotSent(var refusal)
                        && refusal.refusal() == LocalRefusal.SERVER_TOO_OLD;
        if (refused) {
            return read(
                    synchronisation,
                    new ReqExecutions(synchronisation.nextRequestId(), ExecutionFilter.ALL),
                    new ArrayList<>());
        }
        readDays = true;
        return isAnswered(outcome, ReqExecutions.class, new ArrayList<>());
    }

    private static boolean read(Synchronisation synchronisation, GatewayRequest request, List<GatewayEvent> answers)
            throws InterruptedException {
        return isAnswered(synchronisation.ask(request, PATIENCE), request.getClass(), answers);
    }

    /** A gateway in read-only mode refuses to tell about orders; market data must go on all the same. */
    private static boolean isAnswered(RequestOutcome outcome, Class<?> request, List<GatewayEvent> answers) {
        return switch (outcome) {
            case RequestOutcome.Answered answered -> {
                answers.addAll(answered.events());
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
                        request.getSimpleName() + " was not answered within " + PATIENCE.toSeconds() + " s");
        };
    }

    /** The orders that an answer tells of, by the same rule as every other message. */
    private Set<BookedOrder> traced(List<GatewayEvent> events) {
        Set<BookedOrder> traced = Collections.newSetFromMap(new IdentityHashMap<>());
        for (GatewayEvent event : events) {
            BookedOrder order = traced(event);
            if (order != null) {
                traced.add(order);
            }
        }
        return traced;
    }

    private @Nullable BookedOrder traced(GatewayEvent event) {
        if (event instanceof OpenOrder open) {
            return match(open.order(), open.orderId());
        }
        return event instanceof CompletedOrder completed ? match(completed.order(), 0) : null;
    }

    private @Nullable BookedOrder match(GatewayOrder order, int orderId) {
        return book.match(order.orderRef(), order.identity().permId(), orderId > 0, orderId);
    }

    private void reportTraceless(Set<BookedOrder> traced) {
        List<BookedOrder> live = book.live();
        for (BookedOrder order : live) {
            if (!traced.contains(order)) {
                progress.unknown(order, "neither open nor completed at the gateway; look it up at the broker");
            }
        }
    }
}
