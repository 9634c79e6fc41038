package com.quanticity.ibkr.simulator.saved;

import com.quanticity.ibkr.simulator.matching.Execution;
import com.quanticity.ibkr.simulator.matching.OrderKey;
import com.quanticity.ibkr.simulator.matching.OrderListener;
import com.quanticity.ibkr.simulator.matching.OrderPreview;
import com.quanticity.ibkr.simulator.matching.WorkingOrder;

/** Notes that there is something to keep, and puts itself in front of the listener that tells the clients. */
public final class ChangeListener {

    private Runnable onChange = () -> {};

    /** Sets what is called at each change. */
    public void onChange(Runnable listener) {
        onChange = listener;
    }

    /** A listener that notes each change and passes everything on. */
    public OrderListener before(OrderListener next) {
        return new OrderListener() {
            @Override
            public void onOrder(WorkingOrder order) {
                onChange.run();
                next.onOrder(order);
            }

            @Override
            public void onStatus(WorkingOrder order) {
                onChange.run();
                next.onStatus(order);
            }

            @Override
            public void onFalseStatus(WorkingOrder order, String status) {
                next.onFalseStatus(order, status);
            }

            @Override
            public void onExecution(Execution execution) {
                onChange.run();
                next.onExecution(execution);
            }

            @Override
            public void onCommission(Execution execution) {
                next.onCommission(execution);
            }

            @Override
            public void onBound(WorkingOrder order) {
                onChange.run();
                next.onBound(order);
            }

            @Override
            public void onPreview(OrderPreview preview) {
                next.onPreview(preview);
            }

            @Override
            public void onMessage(OrderKey order, int code, String text, String advancedJson) {
                next.onMessage(order, code, text, advancedJson);
            }
        };
    }
}
