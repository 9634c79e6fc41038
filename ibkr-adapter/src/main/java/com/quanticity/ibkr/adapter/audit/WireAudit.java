package com.quanticity.ibkr.adapter.audit;

import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.ErrorMessage;
import com.quanticity.ibkr.gateway.event.TradingEvent;
import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.gateway.request.OrderRequest;
import com.quanticity.ibkr.gateway.time.GatewayTimes;
import com.quanticity.ibkr.model.audit.AuditEntry;
import com.quanticity.ibkr.model.audit.AuditEntry.Outcome;
import com.quanticity.ibkr.model.audit.AuditKind;
import com.quanticity.ibkr.model.audit.AuditReference;
import com.quanticity.ibkr.model.audit.AuditTimes;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.PermId;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.session.ClientIdOwner;
import com.quanticity.ibkr.model.stream.Ulid;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Messages of the wire as audit entries; {@code what} is the name of the API's call or callback. Thread-safe. */
final class WireAudit {

    private static final String SERVICE = ClientIdOwner.IBKR_ADAPTER.component();
    private static final ClientId CLIENT_ID = ClientIdOwner.IBKR_ADAPTER.clientId();
    private static final String BROKER = "gateway";

    private final Ulid ids;

    WireAudit(Clock clock) {
        this.ids = new Ulid(clock);
    }

    /** A request that the session took or refused. */
    AuditEntry sent(OrderRequest request, SendOutcome outcome, Instant at) {
        return switch (outcome) {
            case SendOutcome.Accepted _ ->
                entry(request, AuditKind.ORDER_REQUEST, Outcome.DONE, SERVICE, nameOf(request), "", at);
            case SendOutcome.Refused refused ->
                entry(
                        request,
                        AuditKind.ORDER_REQUEST,
                        Outcome.REFUSED,
                        SERVICE,
                        nameOf(request),
                        refused.refusal() + ": " + refused.message(),
                        at);
        };
    }

    /** A request whose sending threw: whether it went out is not known. */
    AuditEntry uncertain(OrderRequest request, RuntimeException cause, Instant at) {
        return entry(
                request, AuditKind.ORDER_REQUEST, Outcome.UNCERTAIN, SERVICE, nameOf(request), cause.toString(), at);
    }

    /** A request that was taken and certainly never reached the wire. */
    AuditEntry unsent(OrderRequest request, Instant at) {
        return entry(
                request,
                AuditKind.ORDER_RESPONSE,
                Outcome.REFUSED,
                SERVICE,
                nameOf(request),
                "never left: the session ended first or a cancel took it back",
                at);
    }

    private AuditEntry entry(
            OrderRequest request, AuditKind kind, Outcome outcome, String who, String what, String detail, Instant at) {
        return AuditEntry.of(
                ids.next(),
                kind,
                SERVICE,
                who,
                what,
                outcome,
                reference(request),
                detail,
                WireText.of(request),
                AuditTimes.of(at));
    }

    private static String nameOf(OrderRequest request) {
        return switch (request) {
            case OrderRequest.PlaceOrder _ -> "placeOrder";
            case OrderRequest.CancelOrder _ -> "cancelOrder";
            case OrderRequest.ReqGlobalCancel _ -> "reqGlobalCancel";
            case OrderRequest.ExerciseOptions _ -> "exerciseOptions";
        };
    }

    private static AuditReference reference(OrderRequest request) {
        return switch (request) {
            case OrderRequest.PlaceOrder place -> reference(place.order(), CLIENT_ID, place.orderId());
            case OrderRequest.CancelOrder cancel ->
                new AuditReference(null, CLIENT_ID, OrderId.of(cancel.orderId()), null, null, null, null);
            case OrderRequest.ReqGlobalCancel _ -> AuditReference.toSession(CLIENT_ID);
            case OrderRequest.ExerciseOptions exercise ->
                new AuditReference(
                        null, CLIENT_ID, OrderId.of(exercise.reqId()), null, null, null, text(exercise.account()));
        };
    }

    /** What the gateway said of orders, null for the ends of lists. */
    @Nullable AuditEntry heard(TradingEvent event, Instant at) {
        return switch (event) {
            case TradingEvent.OpenOrder open ->
                heard(
                        open,
                        "openOrder",
                        reference(open.order(), clientId(open.order().identity().clientId()), open.orderId()),
                        open.orderState().status(),
                        AuditTimes.of(at));
            case TradingEvent.OrderStatus status ->
                heard(
                        status,
                        "orderStatus",
                        new AuditReference(
                                null,
                                clientId(status.clientId()),
                                OrderId.of(status.orderId()),
                                permId(status.permId()),
                                null,
                                null,
                                null),
                        status.status(),
                        AuditTimes.of(at));
            case TradingEvent.CompletedOrder completed ->
                heard(
                        completed,
                        "completedOrder",
                        reference(
                                completed.order(),
                                clientId(completed.order().identity().clientId()),
                                0),
                        completed.orderState().completedStatus(),
                        AuditTimes.of(at));
            case TradingEvent.ExecDetails details ->
                heard(details, "execDetails", reference(details), "", times(details, at));
            case TradingEvent.CommissionReport report ->
                heard(
                        report,
                        "commissionReport",
                        new AuditReference(null, CLIENT_ID, null, null, report.execId(), null, null),
                        "",
                        AuditTimes.of(at));
            case TradingEvent.OrderBound bound ->
                heard(
                        bound,
                        "orderBound",
                        new AuditReference(
                                null,
                                clientId(bound.clientId()),
                                OrderId.of(bound.orderId()),
                                PermId.of(bound.permId()),
                                null,
                                null,
                                null),
                        "",
                        AuditTimes.of(at));
            case TradingEvent.OpenOrderEnd _,
                    TradingEvent.CompletedOrdersEnd _,
                    TradingEvent.ExecDetailsEnd _,
                    TradingEvent.DeltaNeutralValidation _ -> null;
        };
    }

    /** An error, warning or notice about an order. */
    AuditEntry heard(ErrorMessage error, Instant at) {
        return heard(
                error,
                "error",
                new AuditReference(null, CLIENT_ID, OrderId.of(error.id()), null, null, null, null),
                error.errorCode() + " " + error.errorMsg(),
                new AuditTimes(null, error.errorTime(), at));
    }

    private AuditEntry heard(Object message, String what, AuditReference reference, String detail, AuditTimes times) {
        return AuditEntry.of(
                ids.next(),
                AuditKind.ORDER_RESPONSE,
                SERVICE,
                BROKER,
                what,
                Outcome.RECEIVED,
                reference,
                detail,
                WireText.of(message),
                times);
    }

    private static AuditReference reference(GatewayOrder order, @Nullable ClientId clientId, int orderId) {
        return new AuditReference(
                text(order.orderRef()),
                clientId,
                orderId == 0 ? null : OrderId.of(orderId),
                permId(order.identity().permId()),
                null,
                null,
                text(order.account()));
    }

    private static AuditReference reference(TradingEvent.ExecDetails details) {
        return new AuditReference(
                text(details.execution().orderRef()),
                clientId(details.execution().clientId()),
                details.execution().orderId() == 0
                        ? null
                        : OrderId.of(details.execution().orderId()),
                permId(details.execution().permId()),
                details.execution().execId(),
                null,
                text(details.execution().acctNumber()));
    }

    /** A time that cannot be read without guessing is absent; the payload keeps its text. */
    private static AuditTimes times(TradingEvent.ExecDetails details, Instant at) {
        Instant executedAt =
                GatewayTimes.parse(details.execution().time()).moment().orElse(null);
        return new AuditTimes(executedAt, null, at);
    }

    /** Negative for an order of TWS itself. */
    private static @Nullable ClientId clientId(int value) {
        return value < 0 ? null : ClientId.of(value);
    }

    private static @Nullable PermId permId(@Nullable Long value) {
        return value == null ? null : PermId.of(value);
    }

    private static @Nullable String text(String value) {
        return value.isEmpty() ? null : value;
    }
}
