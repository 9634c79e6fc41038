package com.quanticity.ibkr.execution.reconcile.witness;

import com.quanticity.ibkr.execution.sql.Columns;
import com.quanticity.ibkr.model.dropcopy.DropCopyOrder;
import com.quanticity.ibkr.model.stream.ModelJson;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code outside_orders}: orders that this service did not place, by perm id. Takes part in the caller's transaction. */
public final class OutsideOrders {

    private final JdbcClient jdbc;

    /**
     * An order of somebody else.
     *
     * @param adoptedBy who took it over though it carries our id, empty for one that came from outside by itself
     */
    public record OutsideOrder(DropCopyOrder order, String adoptedBy) {}

    OutsideOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the latest news of an order; true when it was not known. */
    boolean keep(DropCopyOrder order) {
        return jdbc.sql("""
                insert into outside_orders as known (perm_id, origin, account, symbol, status, open, data, updated_at)
                values (:permId, :origin, :account, :symbol, :status, :open, cast(:data as jsonb), :at)
                on conflict (perm_id) do update set status = excluded.status, open = excluded.open, data = excluded.data,
                    updated_at = excluded.updated_at
                where known.updated_at <= excluded.updated_at
                returning (xmax = 0) as inserted""")
                .param("permId", order.permId())
                .param("origin", order.origin().name())
                .param("account", order.account())
                .param("symbol", order.symbol())
                .param("status", order.status())
                .param("open", order.open())
                .param("data", ModelJson.write(order))
                .param("at", Columns.time(order.at()))
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    public void adopt(DropCopyOrder order, String by) {
        keep(order);
        jdbc.sql("update outside_orders set adopted_by = :by where perm_id = :permId")
                .param("by", by)
                .param("permId", order.permId())
                .update();
    }

    boolean isKnown(long permId) {
        return jdbc.sql("select exists (select 1 from outside_orders where perm_id = :permId)")
                .param("permId", permId)
                .query(Boolean.class)
                .single();
    }

    public Set<Long> adopted() {
        return new HashSet<>(jdbc.sql("select perm_id from outside_orders where open and adopted_by <> ''")
                .query(Long.class)
                .list());
    }

    /** Last changed first. */
    public List<OutsideOrder> list(boolean openOnly, int limit) {
        return jdbc.sql("""
                select data, adopted_by from outside_orders where (not :openOnly or open)
                order by updated_at desc, perm_id limit :limit""")
                .param("openOnly", openOnly)
                .param("limit", limit)
                .query((row, number) -> new OutsideOrder(
                        ModelJson.read(row.getString("data"), DropCopyOrder.class), row.getString("adopted_by")))
                .list();
    }
}
