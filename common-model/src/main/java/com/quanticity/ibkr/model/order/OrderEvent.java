package com.quanticity.ibkr.model.order;

import com.quanticity.ibkr.model.execution.CommissionReport;
import com.quanticity.ibkr.model.execution.Execution;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.session.ClientId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One fact about an order, published by the adapter on {@code order.event}. Facts may repeat and may arrive in any order; the ids
 * say what belongs together.
 */
public sealed interface OrderEvent {

    /** Our id; null for an order that was not placed by this platform. */
    @Nullable ClientOrderId clientOrderId();

    /** When the adapter learned or decided it, UTC. */
    Instant at();

    /** Passed the gate, journaled, handed to the wire under this order id. The order is in flight. */
    record Accepted(ClientOrderId clientOrderId, ClientId clientId, OrderId orderId, Instant at)
            implements OrderEvent {}

    /**
     * Refused by us before sending.
     *
     * @param message one line: what was wrong and what to do
     * @param value the offending value, empty when there is none
     * @param limit what it was held against, empty when there is none
     */
    record Denied(
            ClientOrderId clientOrderId, DenialReason reason, String message, String value, String limit, Instant at)
            implements OrderEvent {}

    /** Acknowledged and live at the broker; {@code rawStatus} is the broker's own word. */
    record Working(
            ClientOrderId clientOrderId,
            ClientId clientId,
            OrderId orderId,
            @Nullable PermId permId,
            String rawStatus,
            BigDecimal filledQuantity,
            BigDecimal remainingQuantity,
            Instant at)
            implements OrderEvent {}

    /** One execution. A correction has the same id up to the last part, with a higher last part, and replaces. */
    record Executed(@Nullable ClientOrderId clientOrderId, Execution execution, Instant at) implements OrderEvent {}

    /** Cost of an execution; may come before it. */
    record CommissionReported(@Nullable ClientOrderId clientOrderId, CommissionReport report, Instant at)
            implements OrderEvent {}

    /** Ended at the broker by cancel or expiry. */
    record Cancelled(
            ClientOrderId clientOrderId,
            ClientId clientId,
            OrderId orderId,
            @Nullable PermId permId,
            String rawStatus,
            String reason,
            Instant at)
            implements OrderEvent {}

    /** Refused by gateway, broker or exchange; {@code code} is the broker's error code, 0 when it gave none. */
    record Rejected(
            ClientOrderId clientOrderId, ClientId clientId, OrderId orderId, int code, String reason, Instant at)
            implements OrderEvent {}

    /** A cancel or change was refused while the order lives on. */
    record RequestRefused(ClientOrderId clientOrderId, int code, String reason, Instant at) implements OrderEvent {}

    /** The outcome cannot be known yet, for example because the session was lost before an acknowledgement. */
    record Unknown(ClientOrderId clientOrderId, ClientId clientId, OrderId orderId, String reason, Instant at)
            implements OrderEvent {}
}
