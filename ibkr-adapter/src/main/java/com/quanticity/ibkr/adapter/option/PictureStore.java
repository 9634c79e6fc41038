package com.quanticity.ibkr.adapter.option;

import com.quanticity.ibkr.model.stream.ModelJson;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ended pictures of chains in {@code ib_option_snapshots}, each option of them in {@code ib_option_pictures}. Every method is one
 * transaction. Thread-safe.
 */
final class PictureStore {

    private static final String SAVE = """
            insert into adapter.ib_option_snapshots
              (snapshot_id, idempotency_key, underlying, request, state, picture, started_at, finished_at)
            values (?, ?, ?, ?::jsonb, ?, ?::jsonb, ?, ?)
            on conflict do nothing""";

    private static final String SAVE_OPTION = """
            insert into adapter.ib_option_pictures
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing""";

    private final JdbcTemplate database;
    private final TransactionTemplate transaction;

    PictureStore(JdbcTemplate database, TransactionTemplate transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /** A picture with what was asked for. */
    record Stored(String key, SnapshotRequest request, SnapshotJob.View picture) {}

    /** Stores an ended picture; one that is there already stays as it is. */
    void save(Stored stored) {
        SnapshotJob.View picture = stored.picture();
        transaction.executeWithoutResult(_ -> {
            int rows = database.update(
                    SAVE,
                    picture.id(),
                    stored.key(),
                    picture.underlying(),
                    ModelJson.write(stored.request()),
                    picture.state().name(),
                    ModelJson.write(picture),
                    Timestamp.from(picture.startedAt()),
                    picture.finishedAt() == null ? null : Timestamp.from(picture.finishedAt()));
            if (rows > 0) {
                database.batchUpdate(
                        SAVE_OPTION,
                        picture.options().stream()
                                .map(option -> row(picture.id(), option))
                                .toList());
            }
        });
    }

    private static @Nullable Object[] row(String id, OptionPicture option) {
        Greeks model = option.model();
        return new @Nullable Object[] {
            id,
            option.contractId().value(),
            option.localSymbol(),
            option.tradingClass(),
            option.expiry() == null ? null : Date.valueOf(option.expiry()),
            option.strike(),
            option.right() == null ? null : option.right().name(),
            option.dataType().name(),
            option.bid(),
            option.bidSize(),
            option.ask(),
            option.askSize(),
            option.last(),
            option.lastSize(),
            option.volume(),
            option.close(),
            model == null ? null : model.impliedVolatility(),
            model == null ? null : model.delta(),
            model == null ? null : model.gamma(),
            model == null ? null : model.vega(),
            model == null ? null : model.theta(),
            model == null ? null : model.price(),
            model == null ? null : model.underlyingPrice(),
            Timestamp.from(option.at())
        };
    }

    Optional<SnapshotJob.View> find(String id) {
        return views("select picture from adapter.ib_option_snapshots where snapshot_id = ?", id).stream()
                .findFirst();
    }

    /** Newest first. */
    List<SnapshotJob.View> last(@Nullable String underlying, int most) {
        return views(
                "select picture from adapter.ib_option_snapshots where ?::text is null or underlying = ?"
                        + " order by started_at desc limit ?",
                underlying,
                underlying,
                most);
    }

    private List<SnapshotJob.View> views(String sql, @Nullable Object... arguments) {
        return database.query(sql, (row, _) -> ModelJson.read(row.getString(1), SnapshotJob.View.class), arguments);
    }

    /** The newest picture that a key started. */
    Optional<Stored> ofKey(String key) {
        return database
                .query(
                        "select request, picture from adapter.ib_option_snapshots where idempotency_key = ?"
                                + " order by started_at desc limit 1",
                        (row, _) -> new Stored(
                                key,
                                ModelJson.read(row.getString(1), SnapshotRequest.class),
                                ModelJson.read(row.getString(2), SnapshotJob.View.class)),
                        key)
                .stream()
                .findFirst();
    }
}
