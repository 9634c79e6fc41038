package com.quanticity.ibkr.execution.rebalance;

import com.quanticity.ibkr.execution.idempotency.IdempotencyKey;
import com.quanticity.ibkr.execution.rebalance.RebalanceRun.State;
import com.quanticity.ibkr.execution.sql.Columns;
import com.quanticity.ibkr.model.stream.ModelJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code rebalance_runs}. */
final class RebalanceRuns {

    private final JdbcClient jdbc;

    RebalanceRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the key is taken. */
    boolean insert(RebalanceRun run, IdempotencyKey key) {
        return jdbc.sql("""
            insert into rebalance_runs (run_id, idempotency_key, request, phase, state, remark, created_at, updated_at)
            values (:id, :key, :request::jsonb, :phase, :state, :remark, :at, :at)
            on conflict (idempotency_key) do nothing""")
                        .param("id", run.runId())
                        .param("key", key.text())
                        .param("request", ModelJson.write(run.request()))
                        .param("phase", run.phase().name())
                        .param("state", run.state().name())
                        .param("remark", run.remark())
                        .param("at", Columns.time(run.createdAt()))
                        .update()
                > 0;
    }

    Optional<RebalanceRun> find(String runId) {
        return jdbc.sql("select * from rebalance_runs where run_id = :id")
                .param("id", runId)
                .query((row, number) -> run(row))
                .optional();
    }

    Optional<RebalanceRun> byKey(IdempotencyKey key) {
        return jdbc.sql("select * from rebalance_runs where idempotency_key = :key")
                .param("key", key.text())
                .query((row, number) -> run(row))
                .optional();
    }

    List<RebalanceRun> running() {
        return jdbc.sql("select * from rebalance_runs where state = 'RUNNING' order by run_id")
                .query((row, number) -> run(row))
                .list();
    }

    void update(String runId, Plan.Phase phase, State state, String remark, Instant now) {
        jdbc.sql("""
            update rebalance_runs set phase = :phase, state = :state, remark = :remark, updated_at = :now
            where run_id = :id""")
                .param("phase", phase.name())
                .param("state", state.name())
                .param("remark", remark)
                .param("now", Columns.time(now))
                .param("id", runId)
                .update();
    }

    private static RebalanceRun run(ResultSet row) throws SQLException {
        return new RebalanceRun(
                row.getString("run_id"),
                ModelJson.read(row.getString("request"), RebalanceRequest.class),
                Plan.Phase.valueOf(row.getString("phase")),
                State.valueOf(row.getString("state")),
                row.getString("remark"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"));
    }
}
