package com.quanticity.ibkr.risk.dropcopy;

import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.TradingEvent;
import com.quanticity.ibkr.gateway.execution.ExecutionFilter;
import com.quanticity.ibkr.gateway.request.OrderQuery.ReqAllOpenOrders;
import com.quanticity.ibkr.gateway.request.OrderQuery.ReqCompletedOrders;
import com.quanticity.ibkr.gateway.request.OrderQuery.ReqExecutions;
import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.RequestOutcome;
import com.quanticity.ibkr.gateway.session.SessionListener;
import com.quanticity.ibkr.gateway.session.Synchronisation;
import com.quanticity.ibkr.gateway.session.SynchronisationFailedException;
import com.quanticity.ibkr.model.dropcopy.DropCopyEvent;
import com.quanticity.ibkr.model.session.SessionEvent;
import com.quanticity.ibkr.risk.RiskMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes orders, executions and commissions of every client from the session; reads them completely on each connection. */
final class DropCopyFeed implements SessionListener {

    private static final Logger LOG = LoggerFactory.getLogger(DropCopyFeed.class);

    private final DropCopyBook book;
    private final DropCopyOutlet outlet;
    private final DropCopyProperties properties;
    private final Clock clock;
    private final Counter unreadable;
    private boolean readDays;

    DropCopyFeed(
            DropCopyBook book,
            DropCopyOutlet outlet,
            DropCopyProperties properties,
            Clock clock,
            MeterRegistry meters) {
        this.book = book;
        this.outlet = outlet;
        this.properties = properties;
        this.clock = clock;
        this.unreadable = meters.counter(RiskMeter.DROP_COPY_UNREADABLE.meterName());
    }

    /** A read-only gateway refuses to tell about orders; account and positions must go on all the same, the drop copy stays unknown. */
    @Override
    public void synchronise(Synchronisation session) throws InterruptedException {
        Instant askedAt = clock.instant();
        List<GatewayEvent> open = read(session.ask(new ReqAllOpenOrders(), properties.requestTimeout()));
        List<GatewayEvent> executions = executions(session);
        List<GatewayEvent> completed = read(session.ask(new ReqCompletedOrders(false), properties.requestTimeout()));
        if (open == null || executions == null || completed == null) {
            return;
        }
        onAllOpenOrders(open, askedAt);
        readDays = true;
        int heard = (int) executions.stream()
                .filter(TradingEvent.ExecDetails.class::isInstance)
                .count();
        int openOrders = book.view().open().size();
        LOG.info("drop copy complete openOrders={} executions={}", openOrders, heard);
        outlet.tell(new DropCopyEvent.Complete(openOrders, heard, clock.instant()));
    }

    @Override
    public void onStateChange(SessionEvent event) {
        switch (event.state()) {
            case SYNCHRONISING, READY, DEGRADED -> {}
            case DISCONNECTED, CONNECTING, HANDSHAKE, BROKER_DOWN, PLANNED_OUTAGE, REFUSED, CLOSED -> {
                if (book.onLost()) {
                    outlet.tell(new DropCopyEvent.Lost(event.state() + ": " + event.reason(), clock.instant()));
                    outlet.showOrders();
                }
            }
        }
    }

    @Override
    public void onEvents(EventBatch batch) {
        boolean touched = false;
        for (GatewayEvent event : batch.events()) {
            touched |= onEvent(event, batch.receivedAt());
        }
        if (touched) {
            outlet.showOrders();
        }
    }

    /** Asks for the open orders of all clients; the answer counts when it is complete. */
    void askForOpenOrders(GatewaySession session) {
        Instant askedAt = clock.instant();
        Future<?> _ = session.ask(new ReqAllOpenOrders(), properties.requestTimeout())
                .thenAccept(outcome -> {
                    // While it is not known the executions are missing too: only synchronising makes it whole.
                    if (outcome instanceof RequestOutcome.Answered answered
                            && book.view().asOf() != null) {
                        onAllOpenOrders(answered.events(), askedAt);
                    }
                });
    }

    private void onAllOpenOrders(List<GatewayEvent> answer, Instant askedAt) {
        book.onAllOpenOrders(answer, askedAt, clock.instant()).forEach(outlet::tell);
        outlet.showOrders();
    }

    private boolean onEvent(GatewayEvent event, Instant at) {
        try {
            List<DropCopyEvent> news = book.onEvent(event, at);
            news.forEach(outlet::tell);
            return news.stream().anyMatch(DropCopyEvent.OrderSeen.class::isInstance);
        } catch (IllegalArgumentException e) {
            unreadable.increment();
            LOG.error(
                    "drop copy message not used type={} cause={}; compare with the gateway",
                    event.getClass().getSimpleName(),
                    e.getMessage());
            return false;
        }
    }

    /** Older gateways do not know days; those that refuse them tell the day. */
    private @Nullable List<GatewayEvent> executions(Synchronisation session) throws InterruptedException {
        if (!readDays) {
            ExecutionFilter days = new ExecutionFilter(0, "", "", "", "", "", "", properties.days(), List.of());
            RequestOutcome outcome =
                    session.ask(new ReqExecutions(session.nextRequestId(), days), properties.requestTimeout());
            if (outcome instanceof RequestOutcome.Answered answered) {
                return answered.events();
            }
        }
        return read(session.ask(
                new ReqExecutions(session.nextRequestId(), ExecutionFilter.ALL), properties.requestTimeout()));
    }

    private static @Nullable List<GatewayEvent> read(RequestOutcome outcome) {
        return switch (outcome) {
            case RequestOutcome.Answered answered -> answered.events();
            case RequestOutcome.BrokerError error -> {
                LOG.warn(
                        "gateway does not tell about orders errorCode={} message={}; is it in read-only mode?",
                        error.code(),
                        error.message());
                yield null;
            }
            case RequestOutcome.TimedOut timedOut ->
                throw new SynchronisationFailedException(
                        "orders or executions were not answered within " + timedOut.timeout());
            case RequestOutcome.ConnectionLost lost -> throw new SynchronisationFailedException(lost.reason());
            case RequestOutcome.NotSent notSent ->
                throw new SynchronisationFailedException(notSent.refusal().message());
        };
    }
}
