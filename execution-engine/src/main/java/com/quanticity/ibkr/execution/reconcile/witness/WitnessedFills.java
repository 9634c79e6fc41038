package com.quanticity.ibkr.execution.reconcile.witness;

import com.quanticity.ibkr.execution.sql.Columns;
import com.quanticity.ibkr.model.dropcopy.DropCopyEvent.ExecutionSeen;
import com.quanticity.ibkr.model.execution.Execution;
import com.quanticity.ibkr.model.stream.ModelJson;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables {@code witnessed_fills} and {@code drop_copy_marks}: the drop copy's side of our fills. Takes part in the caller's transaction.
 */
public final class WitnessedFills {

    private static final Pattern REVISION = Pattern.compile("\\.([0-9]{1,18})$");

    private final JdbcClient jdbc;

    WitnessedFills(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes what was seen; told again it changes nothing, told otherwise the later one counts. */
    void keep(ExecutionSeen seen) {
        Execution execution = seen.execution();
        var revision = REVISION.matcher(execution.execId());
        boolean hasRevision = revision.find() && revision.start() > 0;
        jdbc.sql("""
                insert into witnessed_fills as known (exec_id, exec_family, revision, origin, order_ref, account, contract_id, symbol, side,
                    quantity, price, data, heard_at)
                values (:id, :family, :revision, :origin, :orderRef, :account, :contractId, :symbol, :side, :quantity, :price,
                    cast(:data as jsonb), :at)
                on conflict (exec_id) do update set account = excluded.account, contract_id = excluded.contract_id,
                    symbol = excluded.symbol, side = excluded.side, quantity = excluded.quantity, price = excluded.price,
                    data = excluded.data, heard_at = excluded.heard_at
                where known.heard_at <= excluded.heard_at
                    and (known.account, known.contract_id, known.side, known.quantity, known.price)
                        is distinct from
                        (excluded.account, excluded.contract_id, excluded.side, excluded.quantity, excluded.price)""")
                .param("id", execution.execId())
                .param("family", hasRevision ? execution.execId().substring(0, revision.start()) : execution.execId())
                .param("revision", hasRevision ? Long.parseLong(revision.group(1)) : 0L)
                .param("origin", seen.origin().name())
                .param("orderRef", seen.orderRef())
                .param("account", execution.account())
                .param("contractId", execution.contractId().value())
                .param("symbol", execution.symbol())
                .param("side", execution.side().name())
                .param("quantity", execution.quantity())
                .param("price", execution.price())
                .param("data", ModelJson.write(seen))
                .param("at", Columns.time(seen.at()))
                .update();
    }

    public Optional<ExecutionSeen> find(String execId) {
        return jdbc.sql("select data from witnessed_fills where exec_id = :id")
                .param("id", execId)
                .query((row, number) -> ModelJson.read(row.getString("data"), ExecutionSeen.class))
                .optional();
    }

    void complete(Instant at) {
        jdbc.sql("update drop_copy_marks set complete_at = :at")
                .param("at", Columns.time(at))
                .update();
    }

    void lost(Instant at) {
        jdbc.sql("update drop_copy_marks set lost_at = :at")
                .param("at", Columns.time(at))
                .update();
    }

    /** Since when the drop copy has seen everything, empty while it does not. */
    public Optional<Instant> completeSince() {
        return jdbc.sql("""
                select complete_at from drop_copy_marks
                where complete_at is not null and (lost_at is null or lost_at < complete_at)""")
                .query((row, number) -> Columns.instant(row, "complete_at"))
                .optional();
    }
}
