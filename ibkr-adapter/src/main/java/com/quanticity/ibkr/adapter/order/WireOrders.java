package com.quanticity.ibkr.adapter.order;

import com.quanticity.ibkr.adapter.contract.ContractDirectory;
import com.quanticity.ibkr.adapter.gate.GateDecision.Passed;
import com.quanticity.ibkr.adapter.translate.ContractQueries;
import com.quanticity.ibkr.adapter.translate.ContractTranslator;
import com.quanticity.ibkr.adapter.translate.OrderTranslator;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.gateway.request.OrderRequest.PlaceOrder;
import com.quanticity.ibkr.model.contract.Contract;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Orders as they go to the wire: parents by their order ids, contracts of conditions by theirs. Call with the book's monitor held. */
final class WireOrders {

    private final OrderBook book;
    private final ContractDirectory contracts;

    WireOrders(OrderBook book, ContractDirectory contracts) {
        this.book = book;
        this.contracts = contracts;
    }

    /**
     * The request that places an order, or changes the one that has this order id.
     *
     * @param siblings order ids of its group, empty for one that is sent alone
     * @throws IllegalArgumentException when a parent or a contract that it names is not known
     */
    PlaceOrder place(Order order, OrderId orderId, Passed passed, Map<ClientOrderId, OrderId> siblings) {
        GatewayOrder wire = OrderTranslator.wire(order, passed.account(), links(siblings));
        GatewayContract contract = passed.legs().isEmpty()
                ? ContractTranslator.INSTANCE.wire(passed.contract())
                : ContractQueries.combination(passed.contract(), passed.legs());
        return new PlaceOrder(orderId.value(), contract, wire);
    }

    private OrderTranslator.Links links(Map<ClientOrderId, OrderId> siblings) {
        return new OrderTranslator.Links() {
            @Override
            public int orderId(ClientOrderId parent) {
                OrderId id = siblings.get(parent);
                return id != null ? id.value() : booked(parent).value();
            }

            @Override
            public Contract contract(String symbol) {
                return contracts.find(symbol).orElseGet(() -> NONE.contract(symbol));
            }
        };
    }

    private OrderId booked(ClientOrderId parent) {
        BookedOrder order = book.find(parent);
        @Nullable OrderId id = order == null || !order.isLive() ? null : order.orderId();
        if (id == null) {
            throw new IllegalArgumentException("parent " + parent + " is no live order; send both in one group");
        }
        return id;
    }
}
