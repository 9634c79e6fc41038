package com.quanticity.ibkr.adapter.audit;

import com.quanticity.ibkr.adapter.journal.AuditSink;
import com.quanticity.ibkr.adapter.session.SessionParticipant;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.TradingEvent;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.OrderRequest;
import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.model.audit.AuditEntry;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Puts what the gateway says of orders on record. Brokers repeat themselves: what equals the last message of its kind about the same
 * order or execution is not recorded again by the same process. Called on the session's consumer thread.
 */
final class CallbackAudit implements SessionParticipant {

    private static final int REMEMBERED = 20_000;

    private final AuditSink sink;
    private final WireAudit wire;
    private final Clock clock;

    @SuppressWarnings("serial")
    private final Map<Subject, Object> heard = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Subject, Object> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Subject(Class<?> kind, Object id) {}

    CallbackAudit(AuditSink sink, WireAudit wire, Clock clock) {
        this.sink = sink;
        this.wire = wire;
        this.clock = clock;
    }

    @Override
    public void onEvents(EventBatch batch) {
        for (GatewayEvent event : batch.events()) {
            if (event instanceof TradingEvent trading) {
                onTrading(trading, batch.receivedAt());
            } else if (event instanceof ErrorMessage error
                    && !error.isAboutSession()
                    && !GatewaySession.isRequestId(error.id())) {
                record(() -> wire.heard(error, batch.receivedAt()));
            }
        }
    }

    @Override
    public void onUnsent(List<GatewayRequest> requests) {
        Instant now = clock.instant();
        for (GatewayRequest request : requests) {
            if (request instanceof OrderRequest order) {
                record(() -> wire.unsent(order, now));
            }
        }
    }

    private void onTrading(TradingEvent event, Instant at) {
        Object id = subjectOf(event);
        if (!id.equals("")
                && !contentOf(event).equals(heard.put(new Subject(event.getClass(), id), contentOf(event)))) {
            record(() -> Objects.requireNonNull(wire.heard(event, at)));
        }
    }

    /** Empty text for what is about no order. */
    private static Object subjectOf(TradingEvent event) {
        return switch (event) {
            case TradingEvent.OpenOrder open ->
                List.of(
                        open.orderId(),
                        open.order().identity().clientId(),
                        String.valueOf(open.order().identity().permId()));
            case TradingEvent.OrderStatus status -> List.of(status.orderId(), status.clientId());
            case TradingEvent.CompletedOrder completed ->
                String.valueOf(completed.order().identity().permId());
            case TradingEvent.ExecDetails details -> details.execution().execId();
            case TradingEvent.CommissionReport report -> report.execId();
            case TradingEvent.OrderBound bound -> bound.permId();
            case TradingEvent.OpenOrderEnd _,
                    TradingEvent.CompletedOrdersEnd _,
                    TradingEvent.ExecDetailsEnd _,
                    TradingEvent.DeltaNeutralValidation _ -> "";
        };
    }

    /** Live and asked for, the same execution differs in the id of the question only. */
    private static Object contentOf(TradingEvent event) {
        return event instanceof TradingEvent.ExecDetails details ? details.execution() : event;
    }

    private void record(Supplier<AuditEntry> entry) {
        var _ = sink.record(entry);
    }
}
