package com.quanticity.ibkr.gateway.request;

import com.quanticity.ibkr.gateway.event.TradingEvent;
import com.quanticity.ibkr.gateway.execution.ExecutionFilter;

/** Questions about orders and executions. */
public sealed interface OrderQuery extends GatewayRequest {

    /** Asks for this client's orders: open order and order status each, then {@link TradingEvent.OpenOrderEnd}. */
    record ReqOpenOrders() implements OrderQuery {}

    /** The same for every client and for orders typed by hand. */
    record ReqAllOpenOrders() implements OrderQuery {}

    /**
     * Client 0 only: reports orders typed by hand from now on.
     *
     * @param autoBind true: they also get an order id, so that this client can change them
     */
    record ReqAutoOpenOrders(boolean autoBind) implements OrderQuery {}

    /** Asks for {@link TradingEvent.CompletedOrder}, then {@link TradingEvent.CompletedOrdersEnd}. */
    record ReqCompletedOrders(boolean apiOnly) implements OrderQuery {}

    /** Asks for {@link TradingEvent.ExecDetails} and commissions, then {@link TradingEvent.ExecDetailsEnd}. */
    record ReqExecutions(int reqId, ExecutionFilter filter) implements OrderQuery, WithId {}
}
