package com.quanticity.ibkr.model.order;

import com.quanticity.ibkr.model.execution.CommissionReport;
import com.quanticity.ibkr.model.execution.Execution;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.session.ClientId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
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

    /** A cancel was handed to the wire; fills may still come. */
    record CancelPending(ClientOrderId clientOrderId, Instant at) implements OrderEvent {}

    /** A change passed the gate, is journaled and was handed to the wire; the order works by the old terms or the new. */
    record ModifyPending(ClientOrderId clientOrderId, String modificationId, OrderChange change, Instant at)
            implements OrderEvent {}

    /** The broker shows the order with the changed terms. */
    record Modified(ClientOrderId clientOrderId, String modificationId, OrderChange change, Instant at)
            implements OrderEvent {}

    /**
     * A change was not made, or nobody knows whether it was. The order lives on by its old terms unless the failure is
     * {@link ModifyFailure#UNKNOWN}.
     *
     * @param code denial reason or broker's code, empty when there is none
     */
    record ModifyFailed(
            ClientOrderId clientOrderId,
            String modificationId,
            ModifyFailure failure,
            String code,
            String reason,
            Instant at)
            implements OrderEvent {}

    /** Why a change was not made. */
    enum ModifyFailure {
        /** By our gate or rules, before anything was sent. */
        DENIED,
        /** By gateway, broker or exchange. */
        REFUSED,
        /** No answer in time: the order may work by the old terms or the new. */
        UNKNOWN
    }

    /**
     * Answer to a preview. Of a group it is the worst of what its orders would meet, told of the first one that meets it, for it is sent
     * whole or not at all.
     *
     * @param clientOrderId of a group its first order's
     * @param outcome who answered; never {@link PreviewOutcome#PASSED}
     * @param preview what the broker told, null unless the outcome is {@link PreviewOutcome#ANSWERED}; of a group null as well when
     *     several of its orders were asked about, each then has its own
     * @param code denial reason or broker's code, empty when there is none
     * @param value the value our gate denied, empty when there is none
     * @param limit what it was held against, empty when there is none
     * @param members what each order of a group would meet, in the order of the group; empty for a single order
     */
    record Previewed(
            ClientOrderId clientOrderId,
            PreviewOutcome outcome,
            @Nullable OrderPreview preview,
            String code,
            String reason,
            String value,
            String limit,
            List<PreviewedOrder> members,
            Instant at)
            implements OrderEvent {

        /** Entries written before groups were previewed have none. */
        public Previewed {
            members = members == null ? List.of() : List.copyOf(members);
        }

        /** The answer for a single order. */
        public Previewed(
                ClientOrderId clientOrderId,
                PreviewOutcome outcome,
                @Nullable OrderPreview preview,
                String code,
                String reason,
                String value,
                String limit,
                Instant at) {
            this(clientOrderId, outcome, preview, code, reason, value, limit, List.of(), at);
        }
    }

    /** What became of a preview. */
    enum PreviewOutcome {
        /** The gate would pass it and the broker told margin and commission. */
        ANSWERED,
        /** Our gate would deny it. */
        DENIED,
        /** The broker refuses it. */
        REFUSED,
        /** No answer in time. */
        UNKNOWN,
        /** Of an order in a group: the gate would pass it; the broker was not asked, for it waits for another or another was denied. */
        PASSED
    }
}
