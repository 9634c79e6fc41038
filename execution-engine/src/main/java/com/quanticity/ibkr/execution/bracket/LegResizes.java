package com.quanticity.ibkr.execution.bracket;

import com.quanticity.ibkr.execution.sql.Columns;
import com.quanticity.ibkr.model.order.ClientOrderId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code leg_resizes}. Takes part in the caller's transaction. */
final class LegResizes {

    private final JdbcClient jdbc;

    LegResizes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A change of size that was asked for.
     *
     * @param quantity the whole quantity, filled part included
     */
    record Resize(String modificationId, ClientOrderId clientOrderId, BigDecimal quantity, Instant requestedAt) {}

    void insert(Resize resize) {
        jdbc.sql("""
                insert into leg_resizes (modification_id, client_order_id, quantity, requested_at)
                values (:id, :order, :quantity, :at)""")
                .param("id", resize.modificationId())
                .param("order", resize.clientOrderId().value())
                .param("quantity", resize.quantity())
                .param("at", Columns.time(resize.requestedAt()))
                .update();
    }

    /** Every change of a bracket's legs, oldest first. */
    List<Resize> of(String parentOrderId) {
        return jdbc.sql("""
                select resize.* from leg_resizes resize join child_orders child using (client_order_id)
                where child.parent_order_id = :parent order by resize.requested_at, resize.modification_id""")
                .param("parent", parentOrderId)
                .query((row, number) -> new Resize(
                        row.getString("modification_id"),
                        ClientOrderId.of(row.getString("client_order_id")),
                        Columns.canonical(row.getBigDecimal("quantity")),
                        Columns.instant(row, "requested_at")))
                .list();
    }
}
