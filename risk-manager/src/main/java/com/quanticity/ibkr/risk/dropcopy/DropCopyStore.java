package com.quanticity.ibkr.risk.dropcopy;

import com.quanticity.ibkr.model.dropcopy.DropCopyEvent;
import com.quanticity.ibkr.model.dropcopy.DropCopyEvent.ExecutionSeen;
import com.quanticity.ibkr.model.dropcopy.DropCopyOrder;
import com.quanticity.ibkr.model.execution.CommissionReport;
import com.quanticity.ibkr.model.execution.Execution;
import com.quanticity.ibkr.model.order.PermId;
import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.model.stream.ModelJson;
import java.sql.Timestamp;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code drop_copy}. Writing the same fact twice changes nothing; an execution heard again after a restart is no new row. */
final class DropCopyStore {

    private static final String INSERT = """
            insert into drop_copy (id, identity, kind, account, perm_id, client_id, exec_id, origin, symbol, data, at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?) on conflict (identity) do nothing""";

    private final JdbcTemplate jdbc;

    DropCopyStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void write(List<Envelope<DropCopyEvent>> messages) {
        jdbc.batchUpdate(INSERT, messages, messages.size(), (statement, message) -> {
            int column = 0;
            for (@Nullable Object value : row(message)) {
                column++;
                statement.setObject(column, value);
            }
        });
    }

    /** Executions, newest first. */
    List<ExecutionSeen> executions(int limit) {
        return jdbc.query(
                "select data from drop_copy where kind = 'EXECUTION' order by id desc limit ?",
                (row, number) -> ModelJson.read(row.getString("data"), ExecutionSeen.class),
                limit);
    }

    private static @Nullable Object[] row(Envelope<DropCopyEvent> message) {
        DropCopyEvent event = message.data();
        return switch (event) {
            case DropCopyEvent.OrderSeen(DropCopyOrder order) ->
                values(
                        message,
                        message.id(),
                        "ORDER",
                        order.account(),
                        order.permId(),
                        order.clientId().value(),
                        null,
                        order.origin().name(),
                        order.symbol());
            case ExecutionSeen seen -> execution(message, seen);
            case DropCopyEvent.CommissionSeen seen ->
                values(
                        message,
                        "COMMISSION|" + identity(seen.report()),
                        "COMMISSION",
                        null,
                        null,
                        null,
                        seen.report().execId(),
                        null,
                        null);
            case DropCopyEvent.Complete _ ->
                values(message, message.id(), "COMPLETE", null, null, null, null, null, null);
            case DropCopyEvent.Lost _ -> values(message, message.id(), "LOST", null, null, null, null, null, null);
        };
    }

    private static @Nullable Object[] execution(Envelope<DropCopyEvent> message, ExecutionSeen seen) {
        Execution execution = seen.execution();
        PermId permId = execution.permId();
        return values(
                message,
                "EXECUTION|" + execution.execId() + "|" + execution.quantity().toPlainString() + "|"
                        + execution.price().toPlainString(),
                "EXECUTION",
                execution.account(),
                permId == null ? null : permId.value(),
                execution.clientId().value(),
                execution.execId(),
                seen.origin().name(),
                execution.symbol());
    }

    private static String identity(CommissionReport report) {
        return report.execId() + "|" + report.commission() + "|" + report.realizedPnl();
    }

    private static @Nullable Object[] values(
            Envelope<DropCopyEvent> message,
            String identity,
            String kind,
            @Nullable String account,
            @Nullable Long permId,
            @Nullable Integer clientId,
            @Nullable String execId,
            @Nullable String origin,
            @Nullable String symbol) {
        DropCopyEvent data = message.data();
        return new @Nullable Object[] {
            message.id(),
            identity,
            kind,
            account,
            permId,
            clientId,
            execId,
            origin,
            symbol,
            ModelJson.write(data),
            Timestamp.from(data.at())
        };
    }
}
