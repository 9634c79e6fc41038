package com.quanticity.ibkr.gateway;

import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.contract.GatewayContractDetails;
import com.quanticity.ibkr.gateway.execution.GatewayExecution;
import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.gateway.order.GatewayOrderState;
import com.quanticity.ibkr.gateway.order.GatewayOrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway tells, one record for each callback of the API. Numbers are exact; unset values are null, texts that are not given
 * are empty. Copies may repeat and different orders may interleave.
 */
public sealed interface GatewayEvent {

    /** An event that belongs to a request. */
    sealed interface WithId extends GatewayEvent {
        int reqId();
    }

    /** Next order id of this client id. */
    record NextValidId(int orderId) implements GatewayEvent {}

    /** Accounts of the login, at least one. */
    record ManagedAccounts(List<String> accounts) implements GatewayEvent {
        public ManagedAccounts {
            accounts = List.copyOf(accounts);
        }
    }

    /**
     * Error, warning or notice (callback {@code error}). Decide by code, never by text alone; see {@link ErrorCode}.
     *
     * @param id request id, order id, or −1 for the session
     * @param advancedOrderRejectJson normally empty
     * @param errorTime from version 194 on, null before
     */
    record ErrorMessage(
            int id,
            int errorCode,
            String errorMsg,
            String advancedOrderRejectJson,
            @Nullable Instant errorTime) implements GatewayEvent {

        /** Id of messages about the session as a whole. */
        public static final int SESSION = -1;

        /** True when it is about no request and no order. */
        public boolean isAboutSession() {
            return id == SESSION;
        }
    }

    /** The gateway's clock, to the second. */
    record CurrentTime(Instant time) implements GatewayEvent {}

    /**
     * One price, together with its size when the frame carries one (bid, ask and last, live and delayed): a quote never mixes a new
     * price with an old size. No separate {@link TickSize} is made of it; gateways repeat the size in one anyway.
     *
     * @param tickTypeCode wire code, see {@link #tickType()}
     * @param unscaledPrice digits of the price; read it with {@link #price()}
     * @param priceScale decimals of the price
     * @param unscaledSize digits of the size; read it with {@link #size()}
     * @param sizeScale decimals of the size
     * @param attributes bit 0 can auto-execute, bit 1 past limit, bit 2 pre-open
     */
    record TickPrice(
            int reqId,
            int tickTypeCode,
            long unscaledPrice,
            int priceScale,
            long unscaledSize,
            int sizeScale,
            int attributes)
            implements WithId {

        /** Digits of a number that is not there. */
        public static final long ABSENT = Long.MIN_VALUE;

        public TickType tickType() {
            return TickType.of(tickTypeCode);
        }

        public boolean hasPrice() {
            return unscaledPrice != ABSENT;
        }

        /** In contract currency; null when there is no price on this side. */
        public @Nullable BigDecimal price() {
            return hasPrice() ? BigDecimal.valueOf(unscaledPrice, priceScale) : null;
        }

        public boolean hasSize() {
            return unscaledSize != ABSENT;
        }

        /** Of this price, in shares or contracts; null when the frame carries none. */
        public @Nullable BigDecimal size() {
            return hasSize() ? BigDecimal.valueOf(unscaledSize, sizeScale) : null;
        }

        public boolean canAutoExecute() {
            return (attributes & 1) != 0;
        }

        public boolean isPastLimit() {
            return (attributes & 2) != 0;
        }

        public boolean isPreOpen() {
            return (attributes & 4) != 0;
        }
    }

    /**
     * One size.
     *
     * @param tickTypeCode wire code, see {@link #tickType()}
     * @param unscaledSize digits of the size; read it with {@link #size()}
     * @param sizeScale decimals of the size
     */
    record TickSize(int reqId, int tickTypeCode, long unscaledSize, int sizeScale) implements WithId {

        public TickType tickType() {
            return TickType.of(tickTypeCode);
        }

        public boolean hasSize() {
            return unscaledSize != TickPrice.ABSENT;
        }

        /** Shares or contracts; null when there is no value. */
        public @Nullable BigDecimal size() {
            return hasSize() ? BigDecimal.valueOf(unscaledSize, sizeScale) : null;
        }
    }

    /** A number that is neither price nor size; null when there is no value. */
    record TickGeneric(
            int reqId, int tickTypeCode, @Nullable BigDecimal value) implements WithId {
        public TickType tickType() {
            return TickType.of(tickTypeCode);
        }
    }

    /** A text: timestamps, exchange letters, RTVolume. */
    record TickString(int reqId, int tickTypeCode, String value) implements WithId {
        public TickType tickType() {
            return TickType.of(tickTypeCode);
        }
    }

    /**
     * Once for each market data request.
     *
     * @param minTick smallest price increment, null when not given
     * @param bboExchange key of the exchange letters, may be empty
     */
    record TickReqParams(int reqId, @Nullable BigDecimal minTick, String bboExchange, int snapshotPermissions)
            implements WithId {}

    /** All ticks of a snapshot have been delivered; the id is free. */
    record TickSnapshotEnd(int reqId) implements WithId {}

    /**
     * Callback {@code marketDataType}: how fresh the ticks that follow are.
     *
     * @param code 1 live, 2 frozen, 3 delayed, 4 delayed and frozen; others are kept
     */
    record MarketDataTypeNotice(int reqId, int code) implements WithId {
        public com.quanticity.ibkr.model.market.MarketDataType marketDataType() {
            return com.quanticity.ibkr.model.market.MarketDataType.ofWireCode(code);
        }
    }

    record ContractDetails(int reqId, GatewayContractDetails details) implements WithId {}

    record ContractDetailsEnd(int reqId) implements WithId {}

    /** One figure of one account; {@code currency} is empty for flags. */
    record AccountSummary(int reqId, String account, String tag, String value, String currency) implements WithId {}

    /** The first answer is complete; changes may follow under the same id. */
    record AccountSummaryEnd(int reqId) implements WithId {}

    /** One holding; position 0 = closed. {@code avgCost} includes commissions, in contract currency. */
    record Position(String account, GatewayContract contract, BigDecimal position, BigDecimal avgCost)
            implements GatewayEvent {}

    record PositionEnd() implements GatewayEvent {}

    /**
     * Progress of an order.
     *
     * @param status wire spelling, see {@link #orderStatus()}
     * @param permId account-wide order number, null until acknowledged
     * @param avgFillPrice null when nothing is filled
     * @param lastFillPrice null when nothing is filled
     * @param whyHeld empty, {@code locate}, {@code trigger}, {@code child}, or a comma list
     * @param mktCapPrice price a capped order was capped at, null for all others
     */
    record OrderStatus(
            int orderId,
            String status,
            BigDecimal filled,
            BigDecimal remaining,
            @Nullable BigDecimal avgFillPrice,
            @Nullable Long permId,
            int parentId,
            @Nullable BigDecimal lastFillPrice,
            int clientId,
            String whyHeld,
            @Nullable BigDecimal mktCapPrice)
            implements GatewayEvent {

        public GatewayOrderStatus orderStatus() {
            return GatewayOrderStatus.of(status);
        }
    }

    /** An order as the broker holds it; {@code orderId} 0 for an order not placed through the API. */
    record OpenOrder(int orderId, GatewayContract contract, GatewayOrder order, GatewayOrderState orderState)
            implements GatewayEvent {}

    record OpenOrderEnd() implements GatewayEvent {}

    /** An order of the day that has ended. It has no order id on the wire: match it by perm id. */
    record CompletedOrder(GatewayContract contract, GatewayOrder order, GatewayOrderState orderState)
            implements GatewayEvent {}

    record CompletedOrdersEnd() implements GatewayEvent {}

    /** One execution; {@code reqId} −1 when it happened just now, else the id of the query. */
    record ExecDetails(int reqId, GatewayContract contract, GatewayExecution execution) implements WithId {}

    record ExecDetailsEnd(int reqId) implements WithId {}

    /**
     * Cost of an execution; may come before it.
     *
     * @param realizedPnl null for opening trades
     * @param yield null when not applicable
     * @param yieldRedemptionDate {@code YYYYMMDD}, null = none
     */
    record CommissionReport(
            String execId,
            BigDecimal commission,
            String currency,
            @Nullable BigDecimal realizedPnl,
            @Nullable BigDecimal yield,
            @Nullable Integer yieldRedemptionDate)
            implements GatewayEvent {}

    /** A message this platform does not read (yet). Harmless: the next frame is fine. */
    record UnknownMessage(int messageId, RawFrame frame) implements GatewayEvent {}

    /** A frame that cannot be read under its layout. Nothing of it was used; the stream itself goes on. */
    record MalformedFrame(@Nullable Integer messageId, String problem, RawFrame frame) implements GatewayEvent {}
}
