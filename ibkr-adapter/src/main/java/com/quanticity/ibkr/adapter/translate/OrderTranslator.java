package com.quanticity.ibkr.adapter.translate;

import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.Side;

/** The desk's order as the gateway spells it. */
public final class OrderTranslator {

    private OrderTranslator() {}

    /**
     * The order as it goes to the wire. The client order id travels in {@code orderRef} and comes back with open orders and executions.
     *
     * @param account the account the gate settled on, never empty
     */
    public static GatewayOrder wire(Order order, String account) {
        return GatewayOrder.builder()
                .action(order.side() == Side.BUY ? "BUY" : "SELL")
                .orderType(
                        switch (order.type()) {
                            case MARKET -> "MKT";
                            case LIMIT -> "LMT";
                        })
                .totalQuantity(order.quantity())
                .lmtPrice(order.limitPrice())
                .tif(order.timeInForce().wireCode())
                .account(account)
                .orderRef(order.clientOrderId().value())
                .build();
    }
}
