package com.quanticity.ibkr.replay.run;

import com.quanticity.ibkr.replay.run.ReplayRun.SymbolResult;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables {@code runs} and {@code run_results}. Thread-safe. */
final class RunTable {

    private static final int LISTED = 200;

    private final JdbcTemplate database;
    private final TransactionTemplate transactions;
    private final String streamPattern;

    /** @param streamPattern name of a run's stream, with {@code %s} for the run id */
    RunTable(JdbcTemplate database, TransactionTemplate transactions, String streamPattern) {
        this.database = database;
        this.transactions = transactions;
        this.streamPattern = streamPattern;
    }

    /** @return false when a run with this idempotency key is there already; nothing was written then */
    boolean insert(String runId, @Nullable String idempotencyKey, ReplayPlan plan, Instant at) {
        return database.update(
                        """
                        insert into replay.runs
                          (run_id, idempotency_key, recordings, symbols, from_at, to_at, speed, state, started_at)
                        values (?, ?, ?, ?, ?, ?, ?, 'RUNNING', ?) on conflict (idempotency_key) do nothing""",
                        runId,
                        idempotencyKey,
                        plan.recordings(),
                        String.join(",", plan.files().keySet()),
                        Timestamp.from(plan.from()),
                        Timestamp.from(plan.to()),
                        plan.speedText(),
                        Timestamp.from(at))
                == 1;
    }

    void progress(String runId, Progress progress) {
        transactions.executeWithoutResult(status -> {
            database.update(
                    "update replay.runs set recorded_at = ? where run_id = ?", timestamp(progress.recordedAt()), runId);
            database.batchUpdate(
                    """
                    insert into replay.run_results (run_id, symbol, rows_read, quotes_published) values (?, ?, ?, ?)
                    on conflict (run_id, symbol) do update
                    set rows_read = excluded.rows_read, quotes_published = excluded.quotes_published""",
                    progress.results().stream()
                            .map(result ->
                                    new Object[] {runId, result.symbol(), result.rowsRead(), result.quotesPublished()})
                            .toList());
        });
    }

    void end(String runId, ReplayState state, String reason, Progress progress, Instant at) {
        transactions.executeWithoutResult(status -> {
            progress(runId, progress);
            database.update(
                    "update replay.runs set state = ?, reason = ?, ended_at = ? where run_id = ?",
                    state.name(),
                    reason,
                    Timestamp.from(at),
                    runId);
        });
    }

    /** Runs that a former life of this service left behind. */
    int interruptRunning(Instant at) {
        return database.update("""
                update replay.runs set state = 'INTERRUPTED', reason = 'the service ended while it ran', ended_at = ?
                where state = 'RUNNING'""", Timestamp.from(at));
    }

    Optional<ReplayRun> find(String runId) {
        return database.query("select * from replay.runs where run_id = ?", this::run, runId).stream()
                .findFirst();
    }

    Optional<ReplayRun> findByKey(String idempotencyKey) {
        return database.query("select * from replay.runs where idempotency_key = ?", this::run, idempotencyKey).stream()
                .findFirst();
    }

    /** Whether a run plays exactly this plan. */
    boolean wasStartedBy(String runId, ReplayPlan plan) {
        return !database.queryForList(
                        """
                        select run_id from replay.runs
                        where run_id = ? and recordings = ? and symbols = ? and from_at = ? and to_at = ? and speed = ?""",
                        String.class,
                        runId,
                        plan.recordings(),
                        String.join(",", plan.files().keySet()),
                        Timestamp.from(plan.from()),
                        Timestamp.from(plan.to()),
                        plan.speedText())
                .isEmpty();
    }

    /** Newest first. */
    List<ReplayRun> newest() {
        return database.query("select * from replay.runs order by run_id desc limit " + LISTED, this::run);
    }

    private ReplayRun run(ResultSet row, int number) throws SQLException {
        String runId = row.getString("run_id");
        Timestamp recordedAt = row.getTimestamp("recorded_at");
        Timestamp endedAt = row.getTimestamp("ended_at");
        return new ReplayRun(
                runId,
                ReplayState.valueOf(row.getString("state")),
                row.getString("reason"),
                streamPattern.formatted(runId),
                row.getString("recordings"),
                row.getTimestamp("from_at").toInstant(),
                row.getTimestamp("to_at").toInstant(),
                row.getString("speed"),
                recordedAt == null ? null : recordedAt.toInstant(),
                row.getTimestamp("started_at").toInstant(),
                endedAt == null ? null : endedAt.toInstant(),
                results(runId));
    }

    private List<SymbolResult> results(String runId) {
        return database.query(
                "select symbol, rows_read, quotes_published from replay.run_results where run_id = ? order by symbol",
                (row, number) -> new SymbolResult(row.getString(1), row.getLong(2), row.getLong(3)),
                runId);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
