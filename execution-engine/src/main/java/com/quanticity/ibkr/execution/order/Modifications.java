package com.quanticity.ibkr.execution.order;

import com.quanticity.ibkr.execution.idempotency.IdempotencyKey;
import com.quanticity.ibkr.execution.sql.Columns;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderChange;
import com.quanticity.ibkr.model.stream.ModelJson;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code order_modifications}. Takes part in the caller's transaction. */
final class Modifications {

    private final JdbcClient jdbc;

    Modifications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores a change unless its idempotency key is taken; false when it is. */
    boolean insert(
            String modificationId,
            IdempotencyKey key,
            ClientOrderId id,
            String request,
            OrderChange change,
            Instant at) {
        return jdbc.sql("""
                insert into order_modifications (modification_id, idempotency_key, client_order_id, fingerprint, change_json,
                    requested_at)
                values (:id, :key, :order, :fingerprint, :change::jsonb, :at)
                on conflict (idempotency_key) do nothing""")
                        .param("id", modificationId)
                        .param("key", key.text())
                        .param("order", id.value())
                        .param("fingerprint", request)
                        .param("change", ModelJson.write(change))
                        .param("at", Columns.time(at))
                        .update()
                > 0;
    }

    Optional<Taken> taken(IdempotencyKey key) {
        return jdbc.sql("select modification_id, client_order_id, fingerprint from order_modifications"
                        + " where idempotency_key = :key")
                .param("key", key.text())
                .query((row, number) -> new Taken(
                        row.getString("modification_id"),
                        ClientOrderId.of(row.getString("client_order_id")),
                        row.getString("fingerprint")))
                .optional();
    }

    /** Whose key it is, and for which request. */
    record Taken(String modificationId, ClientOrderId clientOrderId, String fingerprint) {}
}
