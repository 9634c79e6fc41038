package com.quanticity.ibkr.adapter.order;

import com.quanticity.ibkr.adapter.journal.JournalRow;
import com.quanticity.ibkr.adapter.journal.JournalState;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.event.ConnectionEvent;
import com.quanticity.ibkr.gateway.event.TradingEvent;
import com.quanticity.ibkr.gateway.execution.GatewayExecution;
import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.gateway.order.GatewayOrderState;
import com.quanticity.ibkr.gateway.order.OrderIdentity;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.OrderType;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.order.TimeInForce;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** One order for ten SPY and what a gateway says about it. */
final class TestOrders {

    static final ClientOrderId ID = ClientOrderId.of("01K9ZZZZZZZZZZZZZZZZZZZZZZ");
    static final ClientOrderId OTHER_ID = ClientOrderId.of("01K9ZZZZZZZZZZZZZZZZZZZZZY");
    static final OrderId ORDER_ID = OrderId.of(7);
    static final long PERM_ID = 389211034L;
    static final Instant AT = Instant.parse("2026-03-02T14:30:00Z");

    private TestOrders() {}

    static Order order(ClientOrderId id) {
        return new Order(
                id, "", "SPY", Side.BUY, OrderType.MARKET, new BigDecimal("10"), null, TimeInForce.DAY, "manual");
    }

    static JournalRow row(JournalState state) {
        return row(ID, ORDER_ID, state);
    }

    static JournalRow row(ClientOrderId id, OrderId orderId, JournalState state) {
        return new JournalRow(
                order(id),
                orderId,
                "01K9ZZZZZZZZZZZZZZZZZZZZM1",
                "engine",
                AT,
                "DU1234567",
                ContractId.of(756733),
                List.of(),
                1,
                state,
                null,
                BigDecimal.ZERO,
                "",
                "",
                false,
                AT);
    }

    static TradingEvent.OrderStatus status(String status, String filled, String remaining) {
        return status(status, filled, remaining, 1, "");
    }

    static TradingEvent.OrderStatus status(
            String status, String filled, String remaining, int clientId, String whyHeld) {
        return new TradingEvent.OrderStatus(
                ORDER_ID.value(),
                status,
                new BigDecimal(filled),
                new BigDecimal(remaining),
                null,
                PERM_ID,
                0,
                null,
                clientId,
                whyHeld,
                null);
    }

    static ConnectionEvent.ErrorMessage error(int code, String text) {
        return new ConnectionEvent.ErrorMessage(ORDER_ID.value(), code, text, "", null);
    }

    static TradingEvent.OpenOrder openOrder(int orderId, ClientOrderId reference) {
        return new TradingEvent.OpenOrder(
                orderId, contract(), wire(reference), GatewayOrderState.completed("Submitted", "", ""));
    }

    static TradingEvent.CompletedOrder completed(String status, String text) {
        return new TradingEvent.CompletedOrder(
                contract(), wire(ID), GatewayOrderState.completed(status, "20260302 10:00:00 US/Eastern", text));
    }

    static TradingEvent.ExecDetails execution(String execId, String shares, String cumulative, String orderRef) {
        return execution(execId, shares, cumulative, orderRef, 1, "BOT");
    }

    static TradingEvent.ExecDetails execution(
            String execId, String shares, String cumulative, String orderRef, int clientId, String side) {
        GatewayExecution execution = new GatewayExecution(
                ORDER_ID.value(),
                clientId,
                execId,
                "20260302 09:30:01 US/Eastern",
                "DU1234567",
                "ARCA",
                side,
                new BigDecimal(shares),
                new BigDecimal("500.10"),
                PERM_ID,
                0,
                new BigDecimal(cumulative),
                new BigDecimal("500.10"),
                orderRef,
                "",
                BigDecimal.ZERO,
                "",
                2,
                false,
                "");
        return new TradingEvent.ExecDetails(-1, contract(), execution);
    }

    static TradingEvent.CommissionReport commission(String execId) {
        return new TradingEvent.CommissionReport(execId, new BigDecimal("1.00"), "USD", null, null, null);
    }

    private static GatewayContract contract() {
        return GatewayContract.builder()
                .conId(756733)
                .symbol("SPY")
                .secType("STK")
                .build();
    }

    private static GatewayOrder wire(ClientOrderId reference) {
        return GatewayOrder.market("BUY", new BigDecimal("10"))
                .orderRef(reference.value())
                .identity(new OrderIdentity(1, PERM_ID, null, ""))
                .build();
    }
}
