package com.quanticity.ibkr.execution.ledger;

import com.quanticity.ibkr.execution.sql.Columns;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.OrderSnapshot;
import com.quanticity.ibkr.model.order.OrderStatus;
import com.quanticity.ibkr.model.order.OrderType;
import com.quanticity.ibkr.model.order.PermId;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.order.TimeInForce;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.stream.ModelJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code child_orders}. Thread-safe; writing takes part in the caller's transaction. */
public final class ChildOrders {

    private final JdbcClient jdbc;

    ChildOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<ChildOrder> find(ClientOrderId clientOrderId) {
        return select("where client_order_id = :id", clientOrderId);
    }

    /** Every child of a parent, in the order they were sent. */
    public List<ChildOrder> ofParent(String parentOrderId) {
        return jdbc.sql("select * from child_orders where parent_order_id = :id order by client_order_id")
                .param("id", parentOrderId)
                .query(ChildOrders::order)
                .list();
    }

    /** Whether an order for a symbol has not ended. */
    public boolean hasOpen(String symbol) {
        return jdbc.sql("""
            select exists (select 1 from child_orders where symbol = :symbol
                and status not in ('FILLED', 'CANCELLED', 'REJECTED', 'DENIED'))""").param("symbol", symbol).query(Boolean.class).single();
    }

    /** What an order is for its parent. */
    public void setRole(ClientOrderId clientOrderId, String role) {
        jdbc.sql("update child_orders set role = :role where client_order_id = :id")
                .param("role", role)
                .param("id", clientOrderId.value())
                .update();
    }

    /** Roles of a parent's children. */
    public Map<ClientOrderId, String> rolesOf(String parentOrderId) {
        return jdbc
                .sql("select client_order_id, role from child_orders where parent_order_id = :id")
                .param("id", parentOrderId)
                .query((row, number) ->
                        Map.entry(ClientOrderId.of(row.getString("client_order_id")), row.getString("role")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Orders, newest first; a null filter passes everything.
     *
     * @param before only orders older than this one
     */
    public List<ChildOrder> list(
            @Nullable OrderStatus status,
            @Nullable String symbol,
            @Nullable String strategy,
            @Nullable ClientOrderId before,
            int limit) {
        return jdbc.sql("""
            select * from child_orders
            where (:status::text is null or status = :status)
                and (:symbol::text is null or symbol = :symbol)
                and (:strategy::text is null or strategy = :strategy)
                and (:before::text is null or client_order_id < :before)
            order by client_order_id desc limit :limit""")
                .param("status", status == null ? null : status.name())
                .param("symbol", symbol)
                .param("strategy", strategy)
                .param("before", before == null ? null : before.value())
                .param("limit", limit)
                .query(ChildOrders::order)
                .list();
    }

    /** Orders that the adapter took over and that have not ended, oldest first. */
    public List<ChildOrder> handedOver() {
        return jdbc.sql("""
                select * from child_orders
                where status not in ('STORED', 'FILLED', 'CANCELLED', 'REJECTED', 'DENIED') order by client_order_id""").query(ChildOrders::order).list();
    }

    /** How many orders are not ended, by status; statuses without any are missing. */
    Map<OrderStatus, Long> countOpen() {
        return jdbc
                .sql("""
                    select status, count(*) as orders from child_orders
                    where status in ('STORED', 'IN_FLIGHT', 'WORKING', 'PARTIALLY_FILLED', 'PENDING_MODIFY',
                        'PENDING_CANCEL', 'UNKNOWN') group by status""")
                .query((row, number) -> Map.entry(OrderStatus.valueOf(row.getString("status")), row.getLong("orders")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The order, locked until the transaction ends. */
    Optional<ChildOrder> lock(ClientOrderId clientOrderId) {
        return select("where client_order_id = :id for update", clientOrderId);
    }

    void insert(ChildOrder child) {
        OrderSnapshot snapshot = child.snapshot();
        Order order = snapshot.order();
        changing("""
            insert into child_orders (client_order_id, parent_order_id, account, symbol, side, type, quantity,
                limit_price, time_in_force, strategy, order_json, facts, cancel_requested_at, cancel_asked_at,
                status, client_id, order_id, perm_id,
                filled_quantity, average_price, commission, reason_code, reason, version, created_at, updated_at)
            values (:id, :parentId, :account, :symbol, :side, :type, :quantity, :limitPrice, :timeInForce, :strategy, :order::jsonb,
                :facts::jsonb, :cancelRequestedAt, :cancelAskedAt, :status, :clientId, :orderId, :permId, :filledQuantity,
                :averagePrice, :commission, :reasonCode, :reason, :version, :createdAt, :updatedAt)""", child)
                .param("parentId", child.parentOrderId())
                .param("account", order.account())
                .param("symbol", order.symbol())
                .param("side", order.side().name())
                .param("type", order.type().name())
                .param("strategy", order.strategy())
                .param("createdAt", Columns.time(snapshot.createdAt()))
                .update();
    }

    void update(ChildOrder child) {
        changing("""
            update child_orders set quantity = :quantity, limit_price = :limitPrice, time_in_force = :timeInForce,
                order_json = :order::jsonb, facts = :facts::jsonb, cancel_requested_at = :cancelRequestedAt,
                cancel_asked_at = :cancelAskedAt, status = :status,
                client_id = :clientId, order_id = :orderId, perm_id = :permId, filled_quantity = :filledQuantity,
                average_price = :averagePrice, commission = :commission, reason_code = :reasonCode, reason = :reason,
                version = :version, updated_at = :updatedAt
            where client_order_id = :id""", child).update();
    }

    private Optional<ChildOrder> select(String condition, ClientOrderId clientOrderId) {
        return jdbc.sql("select * from child_orders " + condition)
                .param("id", clientOrderId.value())
                .query(ChildOrders::order)
                .optional();
    }

    private JdbcClient.StatementSpec changing(String sql, ChildOrder child) {
        OrderSnapshot snapshot = child.snapshot();
        ClientId clientId = snapshot.clientId();
        OrderId orderId = snapshot.orderId();
        PermId permId = snapshot.permId();
        return jdbc.sql(sql)
                .param("id", snapshot.order().clientOrderId().value())
                .param("quantity", snapshot.order().quantity())
                .param("limitPrice", snapshot.order().limitPrice())
                .param("timeInForce", snapshot.order().timeInForce().name())
                .param("order", ModelJson.write(snapshot.order()))
                .param("facts", ModelJson.write(child.facts()))
                .param("cancelRequestedAt", Columns.time(child.cancelRequestedAt()))
                .param("cancelAskedAt", Columns.time(child.cancelAskedAt()))
                .param("status", snapshot.status().name())
                .param("clientId", clientId == null ? null : clientId.value())
                .param("orderId", orderId == null ? null : orderId.value())
                .param("permId", permId == null ? null : permId.value())
                .param("filledQuantity", snapshot.filledQuantity())
                .param("averagePrice", snapshot.averagePrice())
                .param("commission", snapshot.commission())
                .param("reasonCode", snapshot.reasonCode())
                .param("reason", snapshot.reason())
                .param("version", snapshot.version())
                .param("updatedAt", Columns.time(snapshot.updatedAt()));
    }

    private static ChildOrder order(ResultSet row, int number) throws SQLException {
        Integer clientId = Columns.intOrNull(row, "client_id");
        Integer orderId = Columns.intOrNull(row, "order_id");
        Long permId = Columns.longOrNull(row, "perm_id");
        OrderSnapshot snapshot = new OrderSnapshot(
                asSent(row),
                OrderStatus.valueOf(row.getString("status")),
                clientId == null ? null : ClientId.of(clientId),
                orderId == null ? null : OrderId.of(orderId),
                permId == null ? null : PermId.of(permId),
                row.getBigDecimal("filled_quantity"),
                row.getBigDecimal("average_price"),
                row.getBigDecimal("commission"),
                row.getString("reason_code"),
                row.getString("reason"),
                row.getLong("version"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"));
        return new ChildOrder(
                row.getString("parent_order_id"),
                snapshot,
                ModelJson.read(row.getString("facts"), OrderFacts.class),
                Columns.instantOrNull(row, "cancel_requested_at"),
                Columns.instantOrNull(row, "cancel_asked_at"));
    }

    /** Rows from before there were order terms have columns only. */
    private static Order asSent(ResultSet row) throws SQLException {
        String order = row.getString("order_json");
        return order != null
                ? ModelJson.read(order, Order.class)
                : new Order(
                        ClientOrderId.of(row.getString("client_order_id")),
                        row.getString("account"),
                        row.getString("symbol"),
                        Side.valueOf(row.getString("side")),
                        OrderType.valueOf(row.getString("type")),
                        row.getBigDecimal("quantity"),
                        row.getBigDecimal("limit_price"),
                        TimeInForce.valueOf(row.getString("time_in_force")),
                        row.getString("strategy"));
    }
}
