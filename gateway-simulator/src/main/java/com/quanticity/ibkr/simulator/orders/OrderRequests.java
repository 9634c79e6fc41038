package com.quanticity.ibkr.simulator.orders;

import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.desk.Desk;
import com.quanticity.ibkr.simulator.matching.desk.OrderDesk;
import com.quanticity.ibkr.simulator.wire.Request;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes what clients want of their orders to the order desk and its lists. */
public final class OrderRequests implements Desk<Request.OrderRequest> {

    /** The client that manual orders are bound to. */
    private static final int BINDING_CLIENT = 0;

    private final OrderDesk orders;
    private final OrderQueries queries;
    private final Supplier<@Nullable String> refusedCancelState;

    /** @param refusedCancelState state that cancels are refused with, null while they pass */
    public OrderRequests(OrderDesk orders, OrderQueries queries, Supplier<@Nullable String> refusedCancelState) {
        this.orders = orders;
        this.queries = queries;
        this.refusedCancelState = refusedCancelState;
    }

    @Override
    public void serve(Client client, Request.OrderRequest request) {
        switch (request) {
            case Request.PlaceOrder order -> orders.place(client.clientId(), order);
            case Request.CancelOrder cancel -> cancel(client, cancel);
            case Request.GlobalCancel _ -> orders.cancelAll(refusedCancelState.get());
            case Request.OpenOrders _ -> openOrders(client);
            case Request.AllOpenOrders _ -> queries.allOpenOrders(client);
            case Request.AutoOpenOrders auto -> autoOpenOrders(client, auto.bind());
            case Request.CompletedOrders wanted -> queries.completedOrders(client, wanted.apiOnly());
            case Request.Executions wanted -> queries.executions(client, wanted);
        }
    }

    private void cancel(Client client, Request.CancelOrder cancel) {
        boolean isTimed = !cancel.manualCancelTime().isEmpty();
        if (isTimed && !queries.isTime(cancel.manualCancelTime())) {
            client.sendMessage(
                    cancel.orderId(),
                    391,
                    "Invalid manual order cancel time: write YYYYMMDD-HH:mm:ss or YYYYMMDD HH:mm:ss ZONE.");
            return;
        }
        orders.cancel(client.clientId(), cancel.orderId(), refusedCancelState.get());
    }

    private void openOrders(Client client) {
        if (client.clientId() == BINDING_CLIENT) {
            orders.bindManualOrders();
        }
        queries.openOrders(client);
    }

    private void autoOpenOrders(Client client, boolean bind) {
        if (client.clientId() == BINDING_CLIENT) {
            orders.bindManualOrders(bind);
        } else {
            client.sendMessage(-1, 327, "Only client with id 0 can set the auto bind property.");
        }
    }
}
