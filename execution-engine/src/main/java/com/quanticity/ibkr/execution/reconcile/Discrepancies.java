package com.quanticity.ibkr.execution.reconcile;

import com.quanticity.ibkr.execution.outbox.Outbox;
import com.quanticity.ibkr.execution.sql.Columns;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.execution.ExecutionEvent;
import com.quanticity.ibkr.model.reconcile.Discrepancy;
import com.quanticity.ibkr.model.reconcile.DiscrepancyKind;
import com.quanticity.ibkr.model.reconcile.DiscrepancyState;
import com.quanticity.ibkr.model.stream.Topics;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code discrepancies}. Every change is told on {@code execution.event}. Takes part in the caller's transaction. */
final class Discrepancies {

    private final JdbcClient jdbc;
    private final Outbox outbox;

    Discrepancies(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    /** Every one that has not ended, oldest first, locked until the transaction ends. */
    List<Discrepancy> lockStanding() {
        return jdbc.sql("select * from discrepancies where ended_at is null order by id for update")
                .query(Discrepancies::discrepancy)
                .list();
    }

    Optional<Discrepancy> lock(String id) {
        return jdbc.sql("select * from discrepancies where id = :id for update")
                .param("id", id)
                .query(Discrepancies::discrepancy)
                .optional();
    }

    Optional<Discrepancy> find(String id) {
        return jdbc.sql("select * from discrepancies where id = :id")
                .param("id", id)
                .query(Discrepancies::discrepancy)
                .optional();
    }

    List<Discrepancy> standing() {
        return jdbc.sql("select * from discrepancies where ended_at is null order by id")
                .query(Discrepancies::discrepancy)
                .list();
    }

    /** Newest first; null passes everything. */
    List<Discrepancy> list(
            boolean openOnly,
            @Nullable DiscrepancyKind kind,
            @Nullable String symbol,
            @Nullable String before,
            int limit) {
        return jdbc.sql("""
                select * from discrepancies
                where (not :openOnly or ended_at is null)
                    and (:kind::text is null or kind = :kind)
                    and (:symbol::text is null or symbol = :symbol)
                    and (:before::text is null or id < :before)
                order by id desc limit :limit""")
                .param("openOnly", openOnly)
                .param("kind", kind == null ? null : kind.name())
                .param("symbol", symbol)
                .param("before", before)
                .param("limit", limit)
                .query(Discrepancies::discrepancy)
                .list();
    }

    /** Stores and tells one that is new or changed. */
    void save(Discrepancy discrepancy) {
        ContractId contractId = discrepancy.contractId();
        jdbc.sql("""
                insert into discrepancies (id, kind, account, contract_id, symbol, reference, ours, theirs, witness, state, since,
                    opened_at, ended_at, ignored_until, decided_by, reason, version, updated_at)
                values (:id, :kind, :account, :contractId, :symbol, :reference, :ours, :theirs, :witness, :state, :since,
                    :openedAt, :endedAt, :ignoredUntil, :by, :reason, :version, :updatedAt)
                on conflict (id) do update set
                    ours = excluded.ours, theirs = excluded.theirs, state = excluded.state, ended_at = excluded.ended_at,
                    ignored_until = excluded.ignored_until, decided_by = excluded.decided_by, reason = excluded.reason,
                    version = excluded.version, updated_at = excluded.updated_at""")
                .param("id", discrepancy.id())
                .param("kind", discrepancy.kind().name())
                .param("account", discrepancy.account())
                .param("contractId", contractId == null ? null : contractId.value())
                .param("symbol", discrepancy.symbol())
                .param("reference", discrepancy.reference())
                .param("ours", discrepancy.ours())
                .param("theirs", discrepancy.theirs())
                .param("witness", discrepancy.witness())
                .param("state", discrepancy.state().name())
                .param("since", Columns.time(discrepancy.since()))
                .param("openedAt", Columns.time(discrepancy.openedAt()))
                .param("endedAt", Columns.time(discrepancy.endedAt()))
                .param("ignoredUntil", Columns.time(discrepancy.ignoredUntil()))
                .param("by", discrepancy.by())
                .param("reason", discrepancy.reason())
                .param("version", discrepancy.version())
                .param("updatedAt", Columns.time(discrepancy.updatedAt()))
                .update();
        outbox.append(Topics.EXECUTION_EVENT, discrepancy.id(), new ExecutionEvent.DiscrepancyChanged(discrepancy));
    }

    private static Discrepancy discrepancy(ResultSet row, int number) throws SQLException {
        Integer contractId = Columns.intOrNull(row, "contract_id");
        return new Discrepancy(
                row.getString("id"),
                DiscrepancyKind.valueOf(row.getString("kind")),
                row.getString("account"),
                contractId == null ? null : ContractId.of(contractId),
                row.getString("symbol"),
                row.getString("reference"),
                row.getString("ours"),
                row.getString("theirs"),
                row.getString("witness"),
                DiscrepancyState.valueOf(row.getString("state")),
                Columns.instant(row, "since"),
                Columns.instant(row, "opened_at"),
                Columns.instantOrNull(row, "ended_at"),
                Columns.instantOrNull(row, "ignored_until"),
                row.getString("decided_by"),
                row.getString("reason"),
                row.getLong("version"),
                Columns.instant(row, "updated_at"));
    }
}
