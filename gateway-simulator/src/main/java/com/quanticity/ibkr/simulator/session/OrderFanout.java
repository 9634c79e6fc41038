package com.quanticity.ibkr.simulator.session;

import com.quanticity.ibkr.simulator.matching.Execution;
import com.quanticity.ibkr.simulator.matching.OrderKey;
import com.quanticity.ibkr.simulator.matching.OrderListener;
import com.quanticity.ibkr.simulator.matching.OrderPreview;
import com.quanticity.ibkr.simulator.matching.WorkingOrder;
import java.util.ArrayList;
import java.util.List;

/** Tells everybody who wants to know of orders: the witness first, then every gateway of the broker. Event loop only. */
public final class OrderFanout implements OrderListener {

    private final List<OrderListener> listeners = new ArrayList<>();

    /** Adds a listener behind those there are. */
    public void add(OrderListener listener) {
        listeners.add(listener);
    }

    @Override
    public void onOrder(WorkingOrder order) {
        listeners.forEach(listener -> listener.onOrder(order));
    }

    @Override
    public void onStatus(WorkingOrder order) {
        listeners.forEach(listener -> listener.onStatus(order));
    }

    @Override
    public void onFalseStatus(WorkingOrder order, String status) {
        listeners.forEach(listener -> listener.onFalseStatus(order, status));
    }

    @Override
    public void onExecution(Execution execution) {
        listeners.forEach(listener -> listener.onExecution(execution));
    }

    @Override
    public void onCommission(Execution execution) {
        listeners.forEach(listener -> listener.onCommission(execution));
    }

    @Override
    public void onBound(WorkingOrder order) {
        listeners.forEach(listener -> listener.onBound(order));
    }

    @Override
    public void onPreview(OrderPreview preview) {
        listeners.forEach(listener -> listener.onPreview(preview));
    }

    @Override
    public void onMessage(OrderKey order, int code, String text, String advancedJson) {
        listeners.forEach(listener -> listener.onMessage(order, code, text, advancedJson));
    }
}
