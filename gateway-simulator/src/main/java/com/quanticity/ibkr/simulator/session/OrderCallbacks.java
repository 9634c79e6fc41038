package com.quanticity.ibkr.simulator.session;

import com.quanticity.ibkr.simulator.matching.Execution;
import com.quanticity.ibkr.simulator.matching.OrderKey;
import com.quanticity.ibkr.simulator.matching.OrderListener;
import com.quanticity.ibkr.simulator.matching.WorkingOrder;

/** Sends what happens to an order to the client id that placed it; when that is not connected, nobody hears of it. */
final class OrderCallbacks implements OrderListener {

    private final Sessions sessions;
    private final OrderEvents events;

    OrderCallbacks(Sessions sessions, OrderEvents events) {
        this.sessions = sessions;
        this.events = events;
    }

    @Override
    public void onOrder(WorkingOrder order) {
        sessions.ifConnected(order.key().clientId(), session -> session.send(events.openOrder(order)));
    }

    @Override
    public void onStatus(WorkingOrder order) {
        sessions.ifConnected(order.key().clientId(), session -> session.send(events.status(order)));
    }

    @Override
    public void onExecution(Execution execution) {
        sessions.ifConnected(execution.order().clientId(), session -> session.send(events.execution(-1, execution)));
    }

    @Override
    public void onCommission(Execution execution) {
        sessions.ifConnected(execution.order().clientId(), session -> session.send(events.commission(execution)));
    }

    @Override
    public void onMessage(OrderKey order, int code, String text) {
        sessions.ifConnected(order.clientId(), session -> session.sendMessage(order.orderId(), code, text));
    }
}
