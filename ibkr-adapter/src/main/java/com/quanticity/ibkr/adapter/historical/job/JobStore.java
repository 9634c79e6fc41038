package com.quanticity.ibkr.adapter.historical.job;

import com.quanticity.ibkr.adapter.historical.plan.BarLength;
import com.quanticity.ibkr.adapter.historical.plan.TimeRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Downloads in PostgreSQL. Every method is one transaction. Thread-safe. */
public final class JobStore {

    private static final String INSERT_JOB = """
            insert into adapter.ib_historical_jobs
              (job_id, idempotency_key, kind, contract_id, symbol, security_type, exchange, from_at, to_at, bar_size,
               what_to_show, regular_hours, urgent, state, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (idempotency_key) do nothing""";
    private static final String INSERT_PIECE =
            "insert into adapter.ib_historical_pieces (job_id, number, from_at, to_at, position_at, state)"
                    + " values (?, ?, ?, ?, ?, ?)";
    private static final String UPDATE_PIECE = "update adapter.ib_historical_pieces set from_at = ?, to_at = ?,"
            + " position_at = ?, state = ?, stored = ?, requests = ?, note = ? where job_id = ? and number = ?";
    private static final String UPDATE_JOB =
            "update adapter.ib_historical_jobs set state = ?, reason = ?, surveyed = ?,"
                    + " requests_done = ?, started_at = ?, finished_at = ? where job_id = ?";

    private final JdbcTemplate database;
    private final TransactionTemplate transaction;

    public JobStore(JdbcTemplate database, TransactionTemplate transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /**
     * Stores a new download with its pieces.
     *
     * @return false when its idempotency key is taken; nothing was stored then
     */
    public boolean create(HistoryJob job, List<Piece> pieces) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            BarLength length = job.length();
            int rows = database.update(
                    INSERT_JOB,
                    job.id(),
                    job.idempotencyKey(),
                    job.kind().name(),
                    job.contractId(),
                    job.symbol(),
                    job.securityType(),
                    job.exchange(),
                    Timestamp.from(job.range().from()),
                    Timestamp.from(job.range().to()),
                    length == null ? null : length.code(),
                    job.whatToShow(),
                    job.regularHours(),
                    job.urgent(),
                    JobState.QUEUED.name(),
                    Timestamp.from(job.createdAt()));
            if (rows > 0) {
                database.batchUpdate(
                        INSERT_PIECE,
                        pieces.stream().map(piece -> insertion(job, piece)).toList());
            }
            return rows > 0;
        }));
    }

    private static Object[] insertion(HistoryJob job, Piece piece) {
        return new Object[] {
            job.id(),
            piece.number(),
            Timestamp.from(piece.range().from()),
            Timestamp.from(piece.range().to()),
            Timestamp.from(piece.position()),
            piece.state().name()
        };
    }

    /**
     * Stores how far a download is.
     *
     * @param changed its pieces that changed
     * @param rows stores what the answer brought, in the same transaction
     */
    public void save(HistoryJob job, JobStatus status, List<Piece> changed, Runnable rows) {
        transaction.executeWithoutResult(_ -> {
            rows.run();
            database.batchUpdate(
                    UPDATE_PIECE,
                    changed.stream().map(piece -> update(job, piece)).toList());
            database.update(
                    UPDATE_JOB,
                    status.state().name(),
                    status.reason(),
                    status.surveyed(),
                    status.requestsDone(),
                    timestamp(status.startedAt()),
                    timestamp(status.finishedAt()),
                    job.id());
        });
    }

    private static Object[] update(HistoryJob job, Piece piece) {
        return new Object[] {
            Timestamp.from(piece.range().from()),
            Timestamp.from(piece.range().to()),
            Timestamp.from(piece.position()),
            piece.state().name(),
            piece.stored(),
            piece.requests(),
            piece.note(),
            job.id(),
            piece.number()
        };
    }

    /** Downloads that are not final, oldest first. */
    public List<StoredJob> active() {
        return database.query(
                "select * from adapter.ib_historical_jobs where state in ('QUEUED', 'RUNNING', 'PAUSED') order by job_id",
                (row, _) -> job(row));
    }

    public Optional<StoredJob> find(String id) {
        return database
                .query("select * from adapter.ib_historical_jobs where job_id = ?", (row, _) -> job(row), id)
                .stream()
                .findFirst();
    }

    public Optional<StoredJob> findByKey(String idempotencyKey) {
        return database
                .query(
                        "select * from adapter.ib_historical_jobs where idempotency_key = ?",
                        (row, _) -> job(row),
                        idempotencyKey)
                .stream()
                .findFirst();
    }

    /** The newest downloads, newest first. */
    public List<StoredJob> newest(int limit) {
        return database.query(
                "select * from adapter.ib_historical_jobs order by job_id desc limit ?", (row, _) -> job(row), limit);
    }

    /** In time order. */
    public List<Piece> pieces(String id) {
        return database.query(
                "select * from adapter.ib_historical_pieces where job_id = ? order by number",
                (row, _) -> piece(row),
                id);
    }

    private static StoredJob job(ResultSet row) throws SQLException {
        String barSize = row.getString("bar_size");
        HistoryJob job = new HistoryJob(
                row.getString("job_id"),
                row.getString("idempotency_key"),
                HistoryJob.Kind.valueOf(row.getString("kind")),
                row.getInt("contract_id"),
                row.getString("symbol"),
                row.getString("security_type"),
                row.getString("exchange"),
                new TimeRange(instant(row, "from_at"), instant(row, "to_at")),
                barSize == null ? null : BarLength.of(barSize).orElseThrow(),
                row.getString("what_to_show"),
                row.getBoolean("regular_hours"),
                row.getBoolean("urgent"),
                instant(row, "created_at"));
        JobStatus status = new JobStatus(
                JobState.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getBoolean("surveyed"),
                row.getInt("requests_done"),
                optional(row, "started_at"),
                optional(row, "finished_at"));
        return new StoredJob(job, status);
    }

    private static Piece piece(ResultSet row) throws SQLException {
        return new Piece(
                row.getInt("number"),
                new TimeRange(instant(row, "from_at"), instant(row, "to_at")),
                instant(row, "position_at"),
                Piece.State.valueOf(row.getString("state")),
                row.getLong("stored"),
                row.getInt("requests"),
                row.getString("note"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private static @Nullable Instant optional(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
