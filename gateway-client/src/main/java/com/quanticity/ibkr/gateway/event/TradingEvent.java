package com.quanticity.ibkr.gateway.event;

import com.quanticity.ibkr.gateway.contract.DeltaNeutralContract;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.execution.GatewayExecution;
import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.gateway.order.GatewayOrderState;
import com.quanticity.ibkr.gateway.order.GatewayOrderStatus;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Orders, executions and commissions. */
public sealed interface TradingEvent extends GatewayEvent {

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
            implements TradingEvent {

        public GatewayOrderStatus orderStatus() {
            return GatewayOrderStatus.of(status);
        }
    }

    /** An order as the broker holds it; {@code orderId} 0 for an order not placed through the API. */
    record OpenOrder(int orderId, GatewayContract contract, GatewayOrder order, GatewayOrderState orderState)
            implements TradingEvent {}

    record OpenOrderEnd() implements TradingEvent {}

    /** An order of the day that has ended. It has no order id on the wire: match it by perm id. */
    record CompletedOrder(GatewayContract contract, GatewayOrder order, GatewayOrderState orderState)
            implements TradingEvent {}

    record CompletedOrdersEnd() implements TradingEvent {}

    /** One execution; {@code reqId} −1 when it happened just now, else the id of the query. */
    record ExecDetails(int reqId, GatewayContract contract, GatewayExecution execution)
            implements TradingEvent, WithId {}

    record ExecDetailsEnd(int reqId) implements TradingEvent, WithId {}

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
            implements TradingEvent {}

    /** An order typed into TWS was given an API id, which is negative. */
    record OrderBound(long permId, int clientId, int orderId) implements TradingEvent {}

    /** The hedge of a delta-neutral order as the gateway understood it. */
    record DeltaNeutralValidation(int reqId, DeltaNeutralContract deltaNeutralContract)
            implements TradingEvent, WithId {}
}
