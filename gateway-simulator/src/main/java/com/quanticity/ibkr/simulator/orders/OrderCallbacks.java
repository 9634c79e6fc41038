package com.quanticity.ibkr.simulator.orders;

import com.quanticity.ibkr.simulator.desk.Client;
import com.quanticity.ibkr.simulator.desk.Clients;
import com.quanticity.ibkr.simulator.matching.Execution;
import com.quanticity.ibkr.simulator.matching.OrderKey;
import com.quanticity.ibkr.simulator.matching.OrderListener;
import com.quanticity.ibkr.simulator.matching.OrderPreview;
import com.quanticity.ibkr.simulator.matching.WorkingOrder;
import com.quanticity.ibkr.simulator.wire.Event;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends what happens to an order to the client id that placed it and to the master client; when neither is connected,
 * nobody hears of it. Manual orders belong to no client until client 0 has bound them.
 */
public final class OrderCallbacks implements OrderListener {

    private final Clients clients;
    private final OrderEvents events;
    private final Supplier<@Nullable Integer> master;

    /**
     * @param master client id that hears of every order, null for none
     */
    public OrderCallbacks(Clients clients, OrderEvents events, Supplier<@Nullable Integer> master) {
        this.clients = clients;
        this.events = events;
        this.master = master;
    }

    @Override
    public void onOrder(WorkingOrder order) {
        tell(order, events.openOrder(order));
    }

    @Override
    public void onStatus(WorkingOrder order) {
        tell(order, events.status(order));
    }

    @Override
    public void onFalseStatus(WorkingOrder order, String status) {
        tell(order, events.status(order).with("status", status));
    }

    @Override
    public void onBound(WorkingOrder order) {
        tell(order, events.bound(order));
    }

    private void tell(WorkingOrder order, Event event) {
        tell(order.key(), client -> client.send(event));
        Integer other = order.cancelledBy();
        if (other != null && other != order.key().clientId()) {
            clients.of(other).ifPresent(client -> client.send(event));
        }
    }

    @Override
    public void onExecution(Execution execution) {
        Event event = events.execution(-1, execution);
        tell(execution.order(), client -> client.send(event));
    }

    @Override
    public void onCommission(Execution execution) {
        Event event = events.commission(execution);
        tell(execution.order(), client -> client.send(event));
    }

    @Override
    public void onPreview(OrderPreview preview) {
        Event event = events.preview(preview);
        clients.of(preview.key().clientId()).ifPresent(client -> client.send(event));
    }

    @Override
    public void onMessage(OrderKey order, int code, String text, String advancedJson) {
        tell(order, client -> client.sendMessage(order.wireOrderId(), code, text, advancedJson));
    }

    private void tell(OrderKey order, Consumer<Client> action) {
        clients.of(order.clientId()).ifPresent(action);
        Integer also = master.get();
        if (also != null && also != order.clientId()) {
            clients.of(also).ifPresent(action);
        }
    }
}
