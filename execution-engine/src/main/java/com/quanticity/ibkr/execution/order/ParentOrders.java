package com.quanticity.ibkr.execution.order;

import com.quanticity.ibkr.execution.idempotency.IdempotencyKey;
import com.quanticity.ibkr.execution.sql.Columns;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.stream.ModelJson;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code parent_orders}. Takes part in the caller's transaction. */
final class ParentOrders {

    private final JdbcClient jdbc;

    ParentOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Stores a parent unless its idempotency key is taken; waits for a transaction that is about to take it.
     *
     * @param order the order, of a group the first one
     * @return false when the key is taken
     */
    boolean insert(String parentOrderId, IdempotencyKey key, String fingerprint, Order order, Instant at) {
        return jdbc.sql("""
                        insert into parent_orders (parent_order_id, idempotency_key, fingerprint, account, symbol, side, type,
                            quantity, limit_price, time_in_force, strategy, order_json, algorithm, person, created_at)
                        values (:id, :key, :fingerprint, :account, :symbol, :side, :type, :quantity, :limitPrice,
                            :timeInForce, :strategy, :order::jsonb, :algorithm, :person, :at)
                        on conflict (idempotency_key) do nothing""")
                        .param("id", parentOrderId)
                        .param("key", key.text())
                        .param("fingerprint", fingerprint)
                        .param("account", order.account())
                        .param("symbol", order.symbol())
                        .param("side", order.side().name())
                        .param("type", order.type().name())
                        .param("quantity", order.quantity())
                        .param("limitPrice", order.limitPrice())
                        .param("timeInForce", order.timeInForce().name())
                        .param("strategy", order.strategy())
                        .param("order", ModelJson.write(order))
                        .param("algorithm", order.algorithm() == null ? "manual" : order.algorithm())
                        .param("person", order.person() == null ? "" : order.person())
                        .param("at", Columns.time(at))
                        .update()
                > 0;
    }

    Taken taken(IdempotencyKey key) {
        return jdbc.sql("select parent_order_id, fingerprint from parent_orders where idempotency_key = :key")
                .param("key", key.text())
                .query((row, number) -> new Taken(row.getString("parent_order_id"), row.getString("fingerprint")))
                .single();
    }

    /** Whose key it is, and for which terms. */
    record Taken(String parentOrderId, String fingerprint) {}
}
