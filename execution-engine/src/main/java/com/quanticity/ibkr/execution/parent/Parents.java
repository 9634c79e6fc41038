package com.quanticity.ibkr.execution.parent;

import com.quanticity.ibkr.execution.idempotency.IdempotencyKey;
import com.quanticity.ibkr.execution.sql.Columns;
import com.quanticity.ibkr.model.order.OrderType;
import com.quanticity.ibkr.model.order.TimeInForce;
import com.quanticity.ibkr.model.parent.ParentState;
import com.quanticity.ibkr.model.parent.PlanKind;
import com.quanticity.ibkr.model.stream.ModelJson;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table {@code parent_plans}, beside the row that every parent has in {@code parent_orders}. Writing takes part in the caller's
 * transaction. Thread-safe.
 */
public final class Parents {

    private static final String LIVE = "state in ('STORED', 'WORKING', 'CANCELLING')";

    private final JdbcClient jdbc;

    Parents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose idempotency key it is, and for which request. */
    public record Taken(String parentOrderId, String fingerprint) {}

    /**
     * Stores a parent unless its key is taken; waits for a transaction that is about to take it.
     *
     * @return false when the key is taken
     */
    public boolean insert(Parent parent, IdempotencyKey key, String fingerprint) {
        ParentTerms terms = parent.terms();
        BigDecimal limitPrice = terms.children().limitPrice();
        boolean stored = jdbc.sql("""
            insert into parent_orders (parent_order_id, idempotency_key, fingerprint, account, symbol, side, type,
                quantity, limit_price, time_in_force, strategy, algorithm, person, created_at)
            values (:id, :key, :fingerprint, :account, :symbol, :side, :type, :quantity, :limitPrice,
                :timeInForce, :strategy, :algorithm, :person, :at)
            on conflict (idempotency_key) do nothing\
            """)
                        .param("id", parent.parentOrderId())
                        .param("key", key.text())
                        .param("fingerprint", fingerprint)
                        .param("account", terms.account())
                        .param("symbol", terms.symbol())
                        .param("side", terms.side().name())
                        .param("type", (limitPrice == null ? OrderType.MARKET : OrderType.LIMIT).name())
                        .param("quantity", terms.quantity())
                        .param("limitPrice", limitPrice)
                        .param("timeInForce", TimeInForce.DAY.name())
                        .param("strategy", terms.strategy())
                        .param("algorithm", terms.algorithm())
                        .param("person", terms.person())
                        .param("at", Columns.time(parent.createdAt()))
                        .update()
                > 0;
        if (stored) {
            insertPlan(parent);
        }
        return stored;
    }

    /** Empty when the key belongs to nothing. */
    public Optional<Taken> taken(IdempotencyKey key) {
        return jdbc.sql("select parent_order_id, fingerprint from parent_orders where idempotency_key = :key")
                .param("key", key.text())
                .query((row, number) -> new Taken(row.getString("parent_order_id"), row.getString("fingerprint")))
                .optional();
    }

    public Optional<Parent> find(String parentOrderId) {
        return select("where parent_order_id = :id", parentOrderId);
    }

    /** The parent, locked until the transaction ends: nobody decides about it meanwhile. */
    public Optional<Parent> lock(String parentOrderId) {
        return select("where parent_order_id = :id for update", parentOrderId);
    }

    /** Ids of every parent that has not ended. */
    public List<String> live() {
        return jdbc.sql("select parent_order_id from parent_plans where " + LIVE + " order by parent_order_id")
                .query((row, number) -> row.getString("parent_order_id"))
                .list();
    }

    /** Ids of live parents of an algorithm. */
    List<String> liveOf(String algorithm) {
        return jdbc.sql("select parent_order_id from parent_plans where algorithm = :algorithm and " + LIVE
                        + " order by parent_order_id")
                .param("algorithm", algorithm)
                .query((row, number) -> row.getString("parent_order_id"))
                .list();
    }

    /** Number of live parents by plan; plans without any are missing. */
    Map<PlanKind, Long> countLive() {
        return jdbc
                .sql("select kind, count(*) as parents from parent_plans where " + LIVE + " group by kind")
                .query((row, number) -> Map.entry(PlanKind.valueOf(row.getString("kind")), row.getLong("parents")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Parents of one origin, oldest first. */
    public List<Parent> ofOrigin(String origin) {
        return jdbc.sql("select * from parent_plans where origin = :origin order by parent_order_id")
                .param("origin", origin)
                .query(Parents::parent)
                .list();
    }

    /**
     * Parents, newest first; a null filter passes everything.
     *
     * @param before only parents older than this one
     */
    List<Parent> list(
            @Nullable ParentState state,
            @Nullable String symbol,
            @Nullable String strategy,
            @Nullable String before,
            int limit) {
        return jdbc.sql("""
            select * from parent_plans
            where (:state::text is null or state = :state)
                and (:symbol::text is null or symbol = :symbol)
                and (:strategy::text is null or strategy = :strategy)
                and (:before::text is null or parent_order_id < :before)
            order by parent_order_id desc limit :limit\
            """)
                .param("state", state == null ? null : state.name())
                .param("symbol", symbol)
                .param("strategy", strategy)
                .param("before", before)
                .param("limit", limit)
                .query(Parents::parent)
                .list();
    }

    void update(Parent parent) {
        rollUp("""
                update parent_plans set held_because = :held, released_at = :released, end_because = :end, remark = :remark, state = :state,
                    filled_quantity = :filled, open_quantity = :open, average_price = :averagePrice, children = :children,
                    version = :version, updated_at = :updatedAt
                where parent_order_id = :id\
                """, parent).update();
    }

    private void insertPlan(Parent parent) {
        ParentTerms terms = parent.terms();
        rollUp("""
                    insert into parent_plans (parent_order_id, kind, symbol, strategy, algorithm, origin, terms, held_because,
                        released_at, end_because, remark, state, filled_quantity, open_quantity, average_price, children, version,
                        created_at, updated_at)
                    values (:id, :kind, :symbol, :strategy, :algorithm, :origin, :terms::jsonb, :held, :released, :end, :remark,
                        :state, :filled, :open, :averagePrice, :children, :version, :createdAt, :updatedAt)\
                    """, parent)
                .param("kind", terms.plan().kind().name())
                .param("symbol", terms.symbol())
                .param("strategy", terms.strategy())
                .param("algorithm", terms.algorithm())
                .param("origin", terms.origin())
                .param("terms", ModelJson.write(terms))
                .param("createdAt", Columns.time(parent.createdAt()))
                .update();
    }

    private JdbcClient.StatementSpec rollUp(String sql, Parent parent) {
        return jdbc.sql(sql)
                .param("id", parent.parentOrderId())
                .param("held", parent.heldBecause())
                .param("released", Columns.time(parent.releasedAt()))
                .param("end", parent.endBecause())
                .param("remark", parent.remark())
                .param("state", parent.state().name())
                .param("filled", parent.filled())
                .param("open", parent.open())
                .param("averagePrice", parent.averagePrice())
                .param("children", parent.children())
                .param("version", parent.version())
                .param("updatedAt", Columns.time(parent.updatedAt()));
    }

    private Optional<Parent> select(String condition, String parentOrderId) {
        return jdbc.sql("select * from parent_plans " + condition)
                .param("id", parentOrderId)
                .query(Parents::parent)
                .optional();
    }

    private static Parent parent(ResultSet row, int number) throws SQLException {
        return new Parent(
                row.getString("parent_order_id"),
                ModelJson.read(row.getString("terms"), ParentTerms.class),
                row.getString("held_because"),
                Columns.instantOrNull(row, "released_at"),
                row.getString("end_because"),
                row.getString("remark"),
                ParentState.valueOf(row.getString("state")),
                Columns.canonical(row.getBigDecimal("filled_quantity")),
                Columns.canonical(row.getBigDecimal("open_quantity")),
                Columns.canonicalOrNull(row.getBigDecimal("average_price")),
                row.getInt("children"),
                row.getLong("version"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"));
    }
}
