package com.quanticity.ibkr.console.compliance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Executions of an interval as the audit record has them. An execution that was told several times is one row, its first; a correction is
 * a row of its own beside the one it corrects. Time is the exchange's, ours where the exchange's is not known. Thread-safe.
 */
public final class ExecutionExtract {

    private static final String SQL = """
            with told as (
              select distinct on (exec_id) * from %1$s.audit_log
              where what = 'executed' and coalesce(exchange_time, at) >= ? and coalesce(exchange_time, at) < ?
              order by exec_id, sequence)
            select told.sequence, told.hash, told.exec_id, told.client_order_id, told.perm_id, told.account, told.payload,
              told.exchange_time, told.at, told.stored_at,
              wire.payload as wire, wire.broker_time as broker_time, cost.payload as cost, request.payload as request,
              request.who as requested_by, request.at as requested_at, sent.payload as sent, sent.at as sent_at,
              (select array_agg(distinct other.exec_id) from %1$s.audit_log other
                where other.what = 'executed'
                  and regexp_replace(other.exec_id, '\\.[0-9]{1,18}$', '')
                    = regexp_replace(told.exec_id, '\\.[0-9]{1,18}$', '')) as family
            from told
            left join lateral (select payload, broker_time from %1$s.audit_log
              where exec_id = told.exec_id and what = 'execDetails' order by sequence limit 1) wire on true
            left join lateral (select payload from %1$s.audit_log
              where exec_id = told.exec_id and what = 'commission-reported' order by sequence desc limit 1) cost on true
            left join lateral (select payload, who, at from %1$s.audit_log
              where client_order_id = told.client_order_id and kind = 'ORDER_REQUEST' and what in ('submit', 'submit-group')
              order by sequence limit 1) request on true
            left join lateral (select payload, at from %1$s.audit_log
              where client_order_id = told.client_order_id and kind = 'ORDER_REQUEST' and what = 'placeOrder'
                and outcome = 'DONE' and sequence < told.sequence
              order by sequence desc limit 1) sent on true
            order by coalesce(told.exchange_time, told.at), told.sequence""";

    private final JdbcTemplate database;
    private final String sql;

    /** @param schema where the record is, normally {@code console} */
    public ExecutionExtract(JdbcTemplate database, String schema) {
        this.database = database;
        this.sql = SQL.formatted(schema);
    }

    /**
     * Hands over every row, in the order of time.
     *
     * @param to exclusive
     * @return how many
     */
    public long read(Instant from, Instant to, Consumer<ExecutionRow> each) {
        long[] rows = {0};
        database.query(
                sql,
                row -> {
                    each.accept(row(row));
                    rows[0]++;
                },
                from.atOffset(ZoneOffset.UTC),
                to.atOffset(ZoneOffset.UTC));
        return rows[0];
    }

    private static ExecutionRow row(ResultSet row) throws SQLException {
        Payload executed = Payload.of(row.getString("payload")).at("execution");
        Payload wire = Payload.of(row.getString("wire"));
        Payload cost = Payload.of(row.getString("cost")).at("report");
        String clientOrderId = row.getString("client_order_id");
        Payload order = Payload.of(row.getString("request")).order(clientOrderId);
        Payload sent = Payload.of(row.getString("sent")).at("order");
        String execId = row.getString("exec_id");
        ExecFamily family =
                ExecFamily.of(execId, (String[]) row.getArray("family").getArray());
        return new ExecutionRow(
                execId,
                family.name(),
                family.corrects(),
                family.isCorrected(),
                clientOrderId,
                executed.required("clientId").intValue(),
                executed.required("orderId").intValue(),
                row.getObject("perm_id", Long.class),
                row.getString("account"),
                order.text("strategy"),
                row.getString("requested_by"),
                order.text("algorithm"),
                order.text("person"),
                executed.required("contractId").intValue(),
                String.valueOf(executed.text("symbol")),
                wire.at("contract").text("secType"),
                wire.at("contract").text("currency"),
                String.valueOf(executed.text("side")),
                executed.required("quantity"),
                executed.required("price"),
                executed.required("cumulativeQuantity"),
                executed.decimal("averagePrice"),
                String.valueOf(executed.text("exchange")),
                wire.at("execution").integer("lastLiquidity"),
                sent.text("orderType"),
                sent.decimal("totalQuantity"),
                sent.decimal("lmtPrice"),
                sent.text("tif"),
                cost.decimal("commission"),
                cost.text("currency"),
                cost.decimal("realizedPnl"),
                time(row, "exchange_time"),
                wire.at("execution").text("time"),
                time(row, "broker_time"),
                recorded(row, "at"),
                recorded(row, "stored_at"),
                time(row, "requested_at"),
                time(row, "sent_at"),
                row.getLong("sequence"),
                row.getString("hash"));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static Instant recorded(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
