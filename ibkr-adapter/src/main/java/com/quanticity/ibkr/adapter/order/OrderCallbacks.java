package com.quanticity.ibkr.adapter.order;

import com.quanticity.ibkr.adapter.AdapterMeter;
import com.quanticity.ibkr.adapter.session.SessionParticipant;
import com.quanticity.ibkr.gateway.event.AccountEvent;
import com.quanticity.ibkr.gateway.event.ConnectionEvent;
import com.quanticity.ibkr.gateway.event.ContractEvent;
import com.quanticity.ibkr.gateway.event.DepthEvent;
import com.quanticity.ibkr.gateway.event.DisplayGroupEvent;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.HistoryEvent;
import com.quanticity.ibkr.gateway.event.NewsEvent;
import com.quanticity.ibkr.gateway.event.ScannerEvent;
import com.quanticity.ibkr.gateway.event.TickByTickEvent;
import com.quanticity.ibkr.gateway.event.TickEvent;
import com.quanticity.ibkr.gateway.event.TradingEvent;
import com.quanticity.ibkr.gateway.event.UnreadEvent;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.OrderRequest.PlaceOrder;
import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.gateway.session.Synchronisation;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.session.SessionEvent;
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
    private final OpenPreviews previews;
    private final Counter unreadable;
    private boolean ready;

    OrderCallbacks(
            OrderBook book,
            OrderProgress progress,
            ExecutionFeed executions,
            OrderRecovery recovery,
            CancelDesk cancels,
            OpenPreviews previews,
            MeterRegistry meters) {
        this.book = book;
        this.progress = progress;
        this.executions = executions;
        this.recovery = recovery;
        this.cancels = cancels;
        this.previews = previews;
        this.unreadable = meters.counter(AdapterMeter.ORDER_MESSAGES_UNREADABLE.meterName());
    }

    @Override
    public boolean mayHaveWorkingOrders() {
        synchronized (book) {
            return !book.live().isEmpty();
        }
    }

    @Override
    public void synchronise(Synchronisation synchronisation) throws InterruptedException {
        recovery.synchronise(synchronisation);
    }

    @Override
    public void onStateChange(SessionEvent event) {
        boolean nowReady = event.state().isUsable();
        synchronized (book) {
            if (nowReady && !ready) {
                cancels.sendPending();
            } else if (!nowReady && ready) {
                previews.onSessionLost();
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
            case TradingEvent.OpenOrder open -> {
                if (!previews.onOpenOrder(open)) {
                    progress.onOpenOrder(open);
                }
            }
            case TradingEvent.OrderStatus status -> progress.onStatus(status);
            case TradingEvent.CompletedOrder completed -> progress.onCompleted(completed);
            case ConnectionEvent.ErrorMessage error -> {
                if (!previews.onError(error)) {
                    progress.onError(error);
                }
            }
            case TradingEvent.ExecDetails details -> executions.onExecution(details);
            case TradingEvent.CommissionReport report -> executions.onCommission(report);
            case TradingEvent.OrderBound bound ->
                LOG.info(
                        "order bound permId={} clientId={} orderId={}",
                        bound.permId(),
                        bound.clientId(),
                        bound.orderId());
            case TradingEvent.OpenOrderEnd _,
                    TradingEvent.CompletedOrdersEnd _,
                    TradingEvent.ExecDetailsEnd _,
                    TradingEvent.DeltaNeutralValidation _,
                    ConnectionEvent.NextValidId _,
                    ConnectionEvent.ManagedAccounts _,
                    ConnectionEvent.CurrentTime _,
                    ConnectionEvent.CurrentTimeInMillis _,
                    ConnectionEvent.UserInfo _,
                    ConnectionEvent.Verification _,
                    ConnectionEvent.EndOfConnection _,
                    TickEvent _,
                    TickByTickEvent _,
                    DepthEvent _,
                    ContractEvent _,
                    AccountEvent _,
                    HistoryEvent _,
                    NewsEvent _,
                    ScannerEvent _,
                    DisplayGroupEvent _,
                    UnreadEvent _ -> {}
        }
    }
}
