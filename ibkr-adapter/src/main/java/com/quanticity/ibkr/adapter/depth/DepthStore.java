package com.quanticity.ibkr.adapter.depth;

import com.quanticity.ibkr.adapter.depth.rotation.RotationWishes;
import com.quanticity.ibkr.adapter.depth.rotation.Turn;
import com.quanticity.ibkr.model.stream.ModelJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Turns in {@code ib_depth_turns}, what was ordered of the rotation in {@code ib_depth_rotation}. Thread-safe. */
final class DepthStore {

    private static final String SAVE_TURN = """
            insert into adapter.ib_depth_turns
              (asked_at, request_id, slot, symbol, waited_ms, first_row_at, ended_at, row_count, ended_by, reason)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing""";

    private static final String SAVE_WISHES = """
            insert into adapter.ib_depth_rotation values (true, ?::jsonb, ?)
            on conflict (is_only) do update set ordered = excluded.ordered, saved_at = excluded.saved_at""";

    private final JdbcTemplate database;

    DepthStore(JdbcTemplate database) {
        this.database = database;
    }

    /**
     * What is kept of a rotation.
     *
     * @param configured who rotated by the configuration then
     */
    record Kept(List<String> configured, RotationWishes wishes) {}

    /**
     * Turns to look for.
     *
     * @param symbol null = of every symbol
     * @param before null = up to now
     */
    record Query(@Nullable String symbol, @Nullable Instant before, int limit) {}

    void save(List<Turn> turns) {
        database.batchUpdate(SAVE_TURN, turns.stream().map(DepthStore::row).toList());
    }

    private static Object[] row(Turn turn) {
        return new Object[] {
            Timestamp.from(turn.askedAt()),
            turn.requestId(),
            turn.slot(),
            turn.symbol(),
            turn.waited().toMillis(),
            timestamp(turn.firstRowAt()),
            Timestamp.from(turn.endedAt()),
            turn.rows(),
            turn.end().name(),
            turn.reason()
        };
    }

    /** Newest first. */
    List<Turn> turns(Query query) {
        return database.query(
                """
                select slot, symbol, request_id, asked_at, waited_ms, first_row_at, ended_at, row_count, ended_by, reason
                from adapter.ib_depth_turns
                where (?::text is null or symbol = ?) and ended_at < coalesce(?, 'infinity'::timestamptz)
                order by ended_at desc, slot limit ?""", (row, _) -> turn(row), query.symbol(), query.symbol(), timestamp(query.before()), query.limit());
    }

    private static Turn turn(ResultSet row) throws SQLException {
        Timestamp firstRow = row.getTimestamp(6);
        return new Turn(
                row.getInt(1),
                row.getString(2),
                row.getInt(3),
                row.getTimestamp(4).toInstant(),
                Duration.ofMillis(row.getLong(5)),
                firstRow == null ? null : firstRow.toInstant(),
                row.getTimestamp(7).toInstant(),
                row.getLong(8),
                Turn.End.valueOf(row.getString(9)),
                row.getString(10));
    }

    void save(Kept kept, Instant at) {
        database.update(SAVE_WISHES, ModelJson.write(kept), Timestamp.from(at));
    }

    Optional<Kept> kept() {
        return database.query("select ordered from adapter.ib_depth_rotation", (row, _) -> row.getString(1)).stream()
                .map(json -> ModelJson.read(json, Kept.class))
                .findFirst();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
