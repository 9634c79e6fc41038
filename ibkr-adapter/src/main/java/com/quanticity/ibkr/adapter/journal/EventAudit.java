package com.quanticity.ibkr.adapter.journal;

import com.quanticity.ibkr.model.audit.AuditEntry;
import com.quanticity.ibkr.model.audit.AuditEntry.Outcome;
import com.quanticity.ibkr.model.audit.AuditKind;
import com.quanticity.ibkr.model.audit.AuditReference;
import com.quanticity.ibkr.model.audit.AuditTimes;
import com.quanticity.ibkr.model.execution.Execution;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.PermId;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.session.ClientIdOwner;
import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.model.stream.ModelJson;
import org.jspecify.annotations.Nullable;

/** Order events as audit entries: the id is that of the message, so that an event and its entry find each other. */
final class EventAudit {

    private static final String SERVICE = ClientIdOwner.IBKR_ADAPTER.component();

    private EventAudit() {}

    static AuditEntry of(Envelope<OrderEvent> message) {
        OrderEvent event = message.data();
        return AuditEntry.of(
                message.id(),
                AuditKind.ORDER_RESPONSE,
                SERVICE,
                SERVICE,
                message.type(),
                event instanceof OrderEvent.Denied ? Outcome.REFUSED : Outcome.RECEIVED,
                reference(event),
                detail(event),
                ModelJson.write(event),
                new AuditTimes(
                        event instanceof OrderEvent.Executed executed
                                ? executed.execution().executedAt()
                                : null,
                        null,
                        event.at()));
    }

    private static AuditReference reference(OrderEvent event) {
        return switch (event) {
            case OrderEvent.Accepted accepted -> ours(event, accepted.clientId(), accepted.orderId(), null);
            case OrderEvent.Working working -> ours(event, working.clientId(), working.orderId(), working.permId());
            case OrderEvent.Cancelled ended -> ours(event, ended.clientId(), ended.orderId(), ended.permId());
            case OrderEvent.Rejected rejected -> ours(event, rejected.clientId(), rejected.orderId(), null);
            case OrderEvent.Unknown unknown -> ours(event, unknown.clientId(), unknown.orderId(), null);
            case OrderEvent.Executed executed -> of(event, executed.execution());
            case OrderEvent.CommissionReported reported ->
                new AuditReference(
                        text(event), null, null, null, reported.report().execId(), null, null);
            case OrderEvent.ModifyPending pending -> change(event, pending.modificationId());
            case OrderEvent.Modified modified -> change(event, modified.modificationId());
            case OrderEvent.ModifyFailed failed -> change(event, failed.modificationId());
            case OrderEvent.Denied _, OrderEvent.RequestRefused _, OrderEvent.CancelPending _, OrderEvent.Previewed _ ->
                ours(event, null, null, null);
        };
    }

    private static AuditReference ours(
            OrderEvent event, @Nullable ClientId clientId, @Nullable OrderId orderId, @Nullable PermId permId) {
        return new AuditReference(text(event), clientId, orderId, permId, null, null, null);
    }

    private static AuditReference change(OrderEvent event, String modificationId) {
        return new AuditReference(text(event), null, null, null, null, modificationId, null);
    }

    private static AuditReference of(OrderEvent event, Execution execution) {
        return new AuditReference(
                text(event),
                execution.clientId(),
                execution.orderId(),
                execution.permId(),
                execution.execId(),
                null,
                execution.account());
    }

    private static @Nullable String text(OrderEvent event) {
        ClientOrderId id = event.clientOrderId();
        return id == null ? null : id.value();
    }

    private static String detail(OrderEvent event) {
        return switch (event) {
            case OrderEvent.Denied denied -> denied.reason() + ": " + denied.message();
            case OrderEvent.Rejected rejected -> rejected.code() + " " + rejected.reason();
            case OrderEvent.RequestRefused refused -> refused.code() + " " + refused.reason();
            case OrderEvent.Cancelled cancelled -> cancelled.reason();
            case OrderEvent.Unknown unknown -> unknown.reason();
            case OrderEvent.ModifyFailed failed -> failed.failure() + " " + failed.code() + " " + failed.reason();
            case OrderEvent.Previewed previewed ->
                previewed.outcome() + " " + previewed.code() + " " + previewed.reason();
            case OrderEvent.Accepted _,
                    OrderEvent.Working _,
                    OrderEvent.CancelPending _,
                    OrderEvent.ModifyPending _,
                    OrderEvent.Modified _,
                    OrderEvent.Executed _,
                    OrderEvent.CommissionReported _ -> "";
        };
    }
}
