package com.quanticity.ibkr.execution.ledger;

import com.quanticity.ibkr.execution.sql.Columns;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.dropcopy.TradeOrigin;
import com.quanticity.ibkr.model.execution.CommissionReport;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.PermId;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.session.ClientId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables {@code fills} and {@code commissions}. Public for the order resource, which shows its fills. Thread-safe for reading; written in the ledger's transactions only. Superseded
 * revisions stay as rows that are not current.
 */
public final class Fills {

    private final JdbcClient jdbc;

    Fills(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The revision of an execution that counts. */
    Optional<Fill> current(ExecId execId) {
        return jdbc.sql("select * from fills where exec_family = :family and current")
                .param("family", execId.family())
                .query(Fills::fill)
                .optional();
    }

    /** True when exactly this revision was recorded, current or not. */
    boolean isRecorded(ExecId execId) {
        return jdbc.sql("select exists (select 1 from fills where exec_id = :id)")
                .param("id", execId.text())
                .query(Boolean.class)
                .single();
    }

    long nextPlace() {
        return jdbc.sql("select nextval('fill_place')").query(Long.class).single();
    }

    void insert(Fill fill, boolean isCurrent) {
        ExecId execId = ExecId.of(fill.execId());
        ClientOrderId clientOrderId = fill.clientOrderId();
        PermId permId = fill.permId();
        jdbc.sql("""
                insert into fills (exec_id, exec_family, revision, place, current, client_order_id, strategy, account,
                    contract_id, symbol, side, quantity, price, point_value, exchange, executed_at, client_id, order_id, perm_id,
                    commission, commission_currency, broker_realized_pnl, recorded_at, origin, part)
                values (:execId, :family, :revision, :place, :current, :clientOrderId, :strategy, :account, :contractId,
                    :symbol, :side, :quantity, :price, :pointValue, :exchange, :executedAt, :clientId, :orderId, :permId, :commission,
                    :currency, :realizedPnl, :recordedAt, :origin, :part)""")
                .param("execId", execId.text())
                .param("family", execId.family())
                .param("revision", execId.revision())
                .param("place", fill.place())
                .param("current", isCurrent)
                .param("clientOrderId", clientOrderId == null ? null : clientOrderId.value())
                .param("strategy", fill.strategy())
                .param("account", fill.account())
                .param("contractId", fill.contractId().value())
                .param("symbol", fill.symbol())
                .param("side", fill.side().name())
                .param("quantity", fill.quantity())
                .param("price", fill.price())
                .param("pointValue", fill.pointValue())
                .param("exchange", fill.exchange())
                .param("executedAt", Columns.time(fill.executedAt()))
                .param("clientId", fill.clientId().value())
                .param("orderId", fill.orderId().value())
                .param("permId", permId == null ? null : permId.value())
                .param("commission", fill.commission())
                .param("currency", fill.commissionCurrency())
                .param("realizedPnl", fill.brokerRealizedPnl())
                .param("recordedAt", Columns.time(fill.recordedAt()))
                .param("origin", fill.origin().name())
                .param("part", fill.part().name())
                .update();
    }

    /** Of the last trade of a contract, empty when there was none. */
    Optional<BigDecimal> pointValue(ContractId contractId) {
        return jdbc.sql("select point_value from fills where contract_id = :contract order by place desc limit 1")
                .param("contract", contractId.value())
                .query(BigDecimal.class)
                .optional();
    }

    /** This revision does not count any more. */
    void supersede(Fill fill) {
        jdbc.sql("update fills set current = false where exec_id = :id")
                .param("id", fill.execId())
                .update();
    }

    /** Nobody else changes this execution or its corrections until the transaction ends: two streams tell of the same one. */
    void lock(ExecId execId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:family, 1))")
                .param("family", execId.family())
                .query((row, number) -> true)
                .single();
    }

    /** A witness who sees more says where an adopted fill came from. */
    void setOrigin(Fill fill, TradeOrigin origin) {
        jdbc.sql("update fills set origin = :origin where exec_id = :id")
                .param("origin", origin.name())
                .param("id", fill.execId())
                .update();
    }

    /** An adopted fill turned out to belong to one of our orders. */
    void assign(Fill fill, ClientOrderId clientOrderId, String strategy, FillPart part) {
        jdbc.sql("update fills set client_order_id = :order, strategy = :strategy, part = :part where exec_id = :id")
                .param("part", part.name())
                .param("order", clientOrderId.value())
                .param("strategy", strategy)
                .param("id", fill.execId())
                .update();
    }

    void setCommission(Fill fill, CommissionReport report) {
        jdbc.sql("""
                update fills set commission = :commission, commission_currency = :currency,
                    broker_realized_pnl = :realizedPnl where exec_id = :id""")
                .param("commission", report.commission())
                .param("currency", report.currency())
                .param("realizedPnl", report.realizedPnl())
                .param("id", fill.execId())
                .update();
    }

    /** Keeps the latest value the broker reported; a report without a value never erases one. */
    void keep(CommissionReport report, Instant reportedAt) {
        ExecId execId = ExecId.of(report.execId());
        jdbc.sql("""
                insert into commissions (exec_id, exec_family, revision, commission, currency, realized_pnl, reported_at)
                values (:id, :family, :revision, :commission, :currency, :realizedPnl, :at)
                on conflict (exec_id) do update set
                    commission = coalesce(excluded.commission, commissions.commission),
                    currency = case when excluded.commission is null then commissions.currency else excluded.currency end,
                    realized_pnl = coalesce(excluded.realized_pnl, commissions.realized_pnl),
                    reported_at = excluded.reported_at
                where commissions.reported_at <= excluded.reported_at""")
                .param("id", execId.text())
                .param("family", execId.family())
                .param("revision", execId.revision())
                .param("commission", report.commission())
                .param("currency", report.currency())
                .param("realizedPnl", report.realizedPnl())
                .param("at", Columns.time(reportedAt))
                .update();
    }

    /** The commission that counts for an execution: of its highest revision that has one. */
    Optional<CommissionReport> commission(ExecId execId) {
        return jdbc.sql("""
                select exec_id, commission, currency, realized_pnl from commissions
                where exec_family = :family and commission is not null order by revision desc limit 1""")
                .param("family", execId.family())
                .query((row, number) -> new CommissionReport(
                        row.getString("exec_id"),
                        row.getBigDecimal("commission"),
                        row.getString("currency"),
                        row.getBigDecimal("realized_pnl")))
                .optional();
    }

    FillTotals totals(ClientOrderId clientOrderId) {
        return jdbc.sql("""
                select coalesce(sum(quantity) filter (where part <> 'LEG'), 0) as quantity,
                    coalesce(sum(quantity * price) filter (where part <> 'LEG'), 0) as value,
                    sum(commission) as commission
                from fills where client_order_id = :order and current""")
                .param("order", clientOrderId.value())
                .query((row, number) -> FillTotals.of(
                        row.getBigDecimal("quantity"), row.getBigDecimal("value"), row.getBigDecimal("commission")))
                .single();
    }

    /** Oldest first. */
    public List<Fill> ofOrder(ClientOrderId clientOrderId) {
        return jdbc.sql("select * from fills where client_order_id = :order and current order by place")
                .param("order", clientOrderId.value())
                .query(Fills::fill)
                .list();
    }

    /** In the order they arrived, corrections in the place of what they correct. */
    List<Fill> ofPosition(String account, ContractId contractId) {
        return jdbc.sql("""
                select * from fills
                where account = :account and contract_id = :contract and current and part <> 'COMBINATION'
                order by place""")
                .param("account", account)
                .param("contract", contractId.value())
                .query(Fills::fill)
                .list();
    }

    /** Newest first; a null filter passes everything. */
    List<Fill> list(
            @Nullable String clientOrderId,
            @Nullable String symbol,
            @Nullable String account,
            @Nullable String strategy,
            @Nullable Long beforePlace,
            int limit) {
        return jdbc.sql("""
                select * from fills where current
                    and (:order::text is null or client_order_id = :order)
                    and (:symbol::text is null or symbol = :symbol)
                    and (:account::text is null or account = :account)
                    and (:strategy::text is null or strategy = :strategy)
                    and (:before::bigint is null or place < :before)
                order by place desc limit :limit""")
                .param("order", clientOrderId)
                .param("symbol", symbol)
                .param("account", account)
                .param("strategy", strategy)
                .param("before", beforePlace)
                .param("limit", limit)
                .query(Fills::fill)
                .list();
    }

    private static Fill fill(ResultSet row, int number) throws SQLException {
        String clientOrderId = row.getString("client_order_id");
        Long permId = Columns.longOrNull(row, "perm_id");
        BigDecimal commission = row.getBigDecimal("commission");
        return new Fill(
                row.getString("exec_id"),
                row.getLong("place"),
                clientOrderId == null ? null : ClientOrderId.of(clientOrderId),
                row.getString("strategy"),
                row.getString("account"),
                ContractId.of(row.getInt("contract_id")),
                row.getString("symbol"),
                Side.valueOf(row.getString("side")),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("price"),
                row.getBigDecimal("point_value"),
                row.getString("exchange"),
                Columns.instantOrNull(row, "executed_at"),
                ClientId.of(row.getInt("client_id")),
                OrderId.of(row.getInt("order_id")),
                permId == null ? null : PermId.of(permId),
                commission,
                row.getString("commission_currency"),
                row.getBigDecimal("broker_realized_pnl"),
                Columns.instant(row, "recorded_at"),
                TradeOrigin.valueOf(row.getString("origin")),
                FillPart.valueOf(row.getString("part")));
    }
}
