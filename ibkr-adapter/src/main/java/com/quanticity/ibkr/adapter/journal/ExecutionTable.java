package com.quanticity.ibkr.adapter.journal;

import com.quanticity.ibkr.model.execution.CommissionReport;
import com.quanticity.ibkr.model.execution.Execution;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.PermId;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables {@code ib_executions} and {@code ib_commissions}. Thread-safe. */
final class ExecutionTable {

    private static final String EXECUTION = """
            insert into adapter.ib_executions values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (exec_id) do nothing""";
    private static final String COMMISSION = """
            insert into adapter.ib_commissions values (?, ?, ?, ?, ?)
            on conflict (exec_id) do update set commission = excluded.commission, currency = excluded.currency,
              realized_pnl = excluded.realized_pnl, received_at = excluded.received_at""";

    private final JdbcTemplate database;

    ExecutionTable(JdbcTemplate database) {
        this.database = database;
    }

    void store(OrderEvent event) {
        switch (event) {
            case OrderEvent.Executed executed -> store(executed.execution(), executed.clientOrderId(), executed.at());
            case OrderEvent.CommissionReported reported -> store(reported.report(), reported.at());
            case OrderEvent.Accepted _,
                    OrderEvent.Denied _,
                    OrderEvent.Working _,
                    OrderEvent.Cancelled _,
                    OrderEvent.Rejected _,
                    OrderEvent.RequestRefused _,
                    OrderEvent.Unknown _,
                    OrderEvent.CancelPending _,
                    OrderEvent.ModifyPending _,
                    OrderEvent.Modified _,
                    OrderEvent.ModifyFailed _,
                    OrderEvent.Previewed _ -> {}
        }
    }

    private void store(Execution execution, @Nullable ClientOrderId clientOrderId, Instant at) {
        PermId permId = execution.permId();
        Instant executedAt = execution.executedAt();
        database.update(
                EXECUTION,
                execution.execId(),
                clientOrderId == null ? null : clientOrderId.value(),
                execution.clientId().value(),
                execution.orderId().value(),
                permId == null ? null : permId.value(),
                execution.account(),
                execution.contractId().value(),
                execution.symbol(),
                execution.side().name(),
                execution.quantity(),
                execution.price(),
                execution.cumulativeQuantity(),
                execution.averagePrice(),
                execution.exchange(),
                executedAt == null ? null : Timestamp.from(executedAt),
                Timestamp.from(at));
    }

    private void store(CommissionReport report, Instant at) {
        database.update(
                COMMISSION,
                report.execId(),
                report.commission(),
                report.currency(),
                report.realizedPnl(),
                Timestamp.from(at));
    }
}
