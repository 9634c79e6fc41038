package com.quanticity.ibkr.adapter.order;

import com.quanticity.ibkr.adapter.AdapterMeter;
import com.quanticity.ibkr.adapter.session.SessionParticipant;
import com.quanticity.ibkr.gateway.GatewayEvent;
import com.quanticity.ibkr.gateway.GatewayRequest;
import com.quanticity.ibkr.gateway.GatewayRequest.PlaceOrder;
import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.gateway.session.Synchronisation;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.session.SessionEvent;
import com.quanticity.ibkr.model.session.SessionState;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sorts what the session says about orders; nothing here blocks. */
final class OrderCallbacks implements SessionParticipant {

    private static final Logger LOG = LoggerFactory.getLogger(OrderCallbacks.class);

    private final OrderBook book;
    private final OrderProgress progress;
    private final ExecutionFeed executions;
    private final OrderRecovery recovery;
    private final CancelDesk cancels;
    private final Counter unreadable;
    private boolean ready;

    OrderCallbacks(
            OrderBook book,
            OrderProgress progress,
            ExecutionFeed executions,
            OrderRecovery recovery,
            CancelDesk cancels,
            MeterRegistry meters) {
        this.book = book;
        this.progress = progress;
        this.executions = executions;
        this.recovery = recovery;
        this.cancels = cancels;
        this.unreadable = meters.counter(AdapterMeter.ORDER_MESSAGES_UNREADABLE.meterName());
    }

    @Override
    public void synchronise(Synchronisation synchronisation) throws InterruptedException {
        recovery.synchronise(synchronisation);
    }

    @Override
    public void onStateChange(SessionEvent event) {
        boolean nowReady = event.state() == SessionState.READY;
        synchronized (book) {
            if (nowReady && !ready) {
                cancels.sendPending();
            } else if (!nowReady && ready) {
                recovery.onSessionLost("session is " + event.state() + ": " + event.reason());
            }
            ready = nowReady;
        }
    }

    @Override
    public void onUnsent(List<GatewayRequest> requests) {
        synchronized (book) {
            for (GatewayRequest request : requests) {
                if (request instanceof PlaceOrder place) {
                    recovery.onUnsent(OrderId.of(place.orderId()));
                }
            }
        }
    }

    @Override
    public void onEvents(EventBatch batch) {
        synchronized (book) {
            batch.events().forEach(this::onEvent);
        }
    }

    private void onEvent(GatewayEvent event) {
        try {
            dispatch(event);
        } catch (IllegalArgumentException e) {
            unreadable.increment();
            // The record itself holds account numbers.
            LOG.error(
                    "order message not used type={} cause={}; compare with the gateway",
                    event.getClass().getSimpleName(),
                    e.getMessage());
            LOG.debug("order message not used message={}", event);
        }
    }

    private void dispatch(GatewayEvent event) {
        switch (event) {
            case GatewayEvent.OpenOrder open -> progress.onOpenOrder(open);
            case GatewayEvent.OrderStatus status -> progress.onStatus(status);
            case GatewayEvent.CompletedOrder completed -> progress.onCompleted(completed);
            case GatewayEvent.ErrorMessage error -> progress.onError(error);
            case GatewayEvent.ExecDetails details -> executions.onExecution(details);
            case GatewayEvent.CommissionReport report -> executions.onCommission(report);
            case GatewayEvent.NextValidId _,
                    GatewayEvent.ManagedAccounts _,
                    GatewayEvent.CurrentTime _,
                    GatewayEvent.TickPrice _,
                    GatewayEvent.TickSize _,
                    GatewayEvent.TickGeneric _,
                    GatewayEvent.TickString _,
                    GatewayEvent.TickReqParams _,
                    GatewayEvent.TickSnapshotEnd _,
                    GatewayEvent.MarketDataTypeNotice _,
                    GatewayEvent.ContractDetails _,
                    GatewayEvent.ContractDetailsEnd _,
                    GatewayEvent.AccountSummary _,
                    GatewayEvent.AccountSummaryEnd _,
                    GatewayEvent.Position _,
                    GatewayEvent.PositionEnd _,
                    GatewayEvent.OpenOrderEnd _,
                    GatewayEvent.CompletedOrdersEnd _,
                    GatewayEvent.ExecDetailsEnd _,
                    GatewayEvent.UnknownMessage _,
                    GatewayEvent.MalformedFrame _ -> {}
        }
    }
}
