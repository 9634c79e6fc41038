package com.quanticity.ibkr.adapter.watchlist;

import com.quanticity.ibkr.adapter.WatchListEntry;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Changes to the configured watch list in {@code ib_watch_list}. */
final class WatchListStore {

    private static final String SAVE = """
            insert into adapter.ib_watch_list values (?, ?, ?, ?, ?)
            on conflict (symbol) do update set
              contract = excluded.contract, priority = excluded.priority,
              wanted = excluded.wanted, changed_at = excluded.changed_at""";

    private final JdbcTemplate database;

    WatchListStore(JdbcTemplate database) {
        this.database = database;
    }

    /**
     * One change.
     *
     * @param wanted false: taken off
     */
    record Change(WatchListEntry entry, int priority, boolean wanted, Instant at) {}

    /** Oldest first. */
    List<Change> changes() {
        return database.query(
                "select contract, priority, wanted, changed_at from adapter.ib_watch_list order by changed_at, symbol",
                (row, _) -> new Change(
                        WatchListEntry.of(row.getString(1)),
                        row.getInt(2),
                        row.getBoolean(3),
                        row.getTimestamp(4).toInstant()));
    }

    void save(Change change) {
        database.update(
                SAVE,
                change.entry().symbol(),
                change.entry().toString(),
                change.priority(),
                change.wanted(),
                Timestamp.from(change.at()));
    }
}
