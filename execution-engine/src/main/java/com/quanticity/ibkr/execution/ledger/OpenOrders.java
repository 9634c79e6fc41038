package com.quanticity.ibkr.execution.ledger;

import com.quanticity.ibkr.execution.ExecutionMeter;
import com.quanticity.ibkr.model.order.OrderStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gauges of the orders that are not ended; not a number while the database does not tell. */
final class OpenOrders {

    private final ChildOrders orders;
    private volatile @Nullable Map<OrderStatus, Long> counts;

    OpenOrders(ChildOrders orders, MeterRegistry meters) {
        this.orders = orders;
        for (OrderStatus status : OrderStatus.values()) {
            if (!status.isTerminal()) {
                Gauge.builder(ExecutionMeter.ORDERS_OPEN.meterName(), this, open -> open.count(status))
                        .tag("status", status.name())
                        .register(meters);
            }
        }
    }

    void refresh() {
        try {
            counts = orders.countOpen();
        } catch (RuntimeException e) {
            counts = null;
            throw e;
        }
    }

    private double count(OrderStatus status) {
        Map<OrderStatus, Long> known = counts;
        return known == null ? Double.NaN : known.getOrDefault(status, 0L);
    }
}
