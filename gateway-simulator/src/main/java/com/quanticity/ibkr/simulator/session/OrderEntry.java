package com.quanticity.ibkr.simulator.session;

import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.desk.Desk;
import com.quanticity.ibkr.simulator.matching.OrderDesk;
import com.quanticity.ibkr.simulator.wire.Request;

/** Takes what clients want of their orders to the order desk and its lists. */
final class OrderEntry implements Desk<Request.OrderRequest> {

    private final OrderDesk orders;
    private final OrderQueries queries;

    OrderEntry(OrderDesk orders, OrderQueries queries) {
        this.orders = orders;
        this.queries = queries;
    }

    @Override
    public void serve(Client client, Request.OrderRequest request) {
        switch (request) {
            case Request.PlaceOrder order -> orders.place(client.clientId(), order);
            case Request.CancelOrder cancel -> orders.cancel(client.clientId(), cancel.orderId());
            case Request.GlobalCancel _ -> orders.cancelAll();
            case Request.OpenOrders _ -> queries.openOrders(client);
            case Request.AllOpenOrders _ -> queries.allOpenOrders(client);
            case Request.AutoOpenOrders _ -> autoOpenOrders(client);
            case Request.CompletedOrders _ -> queries.completedOrders(client);
            case Request.Executions wanted -> queries.executions(client, wanted);
        }
    }

    /** There are no manual orders to bind: client 0 gets no answer, others the refusal. */
    private static void autoOpenOrders(Client client) {
        if (client.clientId() != 0) {
            client.sendMessage(-1, 327, "Only client with id 0 can set the auto bind property.");
        }
    }
}
