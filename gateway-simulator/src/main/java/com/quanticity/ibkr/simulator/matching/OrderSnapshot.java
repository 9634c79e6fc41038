package com.quanticity.ibkr.simulator.matching;

import com.quanticity.ibkr.simulator.contract.ListedContract;
import com.quanticity.ibkr.simulator.wire.Fields;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order as it is kept over a restart.
 *
 * @param fields attributes under their layout names, as the client sent them
 * @param completed null while the order works
 */
public record OrderSnapshot(
        int clientId,
        int orderId,
        long permId,
        ListedContract contract,
        Map<String, String> fields,
        Instant accepted,
        OrderStatus status,
        BigDecimal filled,
        BigDecimal value,
        BigDecimal commission,
        BigDecimal lastFillPrice,
        @Nullable Instant completed,
        String completedReason) {

    static OrderSnapshot of(WorkingOrder order) {
        Map<String, String> fields = new LinkedHashMap<>();
        order.fields().names().forEach(name -> fields.put(name, order.fields().text(name)));
        return new OrderSnapshot(
                order.key().clientId(),
                order.key().orderId(),
                order.permId(),
                order.contract(),
                fields,
                order.accepted(),
                order.status(),
                order.filled(),
                order.value(),
                order.commission(),
                order.lastFillPrice(),
                order.completed(),
                order.completedReason());
    }

    WorkingOrder toOrder(ListedContract listed, OrderTerms terms, long priority) {
        WorkingOrder order = new WorkingOrder(
                new OrderKey(clientId, orderId), permId, listed, terms, wireFields(), accepted, priority);
        order.restoreProgress(filled, value, commission, lastFillPrice);
        if (completed == null) {
            order.become(status);
        } else {
            order.finish(status, completed, completedReason);
        }
        return order;
    }

    Fields wireFields() {
        Fields wire = new Fields();
        fields.forEach(wire::put);
        return wire;
    }
}
