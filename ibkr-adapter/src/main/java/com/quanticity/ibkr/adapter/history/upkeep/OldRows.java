package com.quanticity.ibkr.adapter.history.upkeep;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Removes rows older than they are kept, in small steps so that nobody waits for it. */
final class OldRows {

    private static final Logger LOG = LoggerFactory.getLogger(OldRows.class);
    private static final int ROWS_A_STEP = 20_000;
    private static final int STEPS_A_ROUND = 50;

    private final JdbcTemplate database;
    private final List<Kept> kept;
    private final List<Kept> small;
    private final Clock clock;

    OldRows(JdbcTemplate database, UpkeepProperties settings, Clock clock) {
        this.database = database;
        this.kept = Kept.all(settings);
        this.small = List.of(
                new Kept("adapter.ib_depth_turns", "ended_at", settings.keepTurns()),
                new Kept("adapter.ib_option_snapshots", "started_at", settings.keepPictures()));
        this.clock = clock;
    }

    /**
     * A table and how long its rows are kept.
     *
     * @param age null: for ever
     */
    record Kept(String table, String time, @Nullable Duration age) {

        static List<Kept> all(UpkeepProperties settings) {
            return List.of(
                    new Kept("adapter.ib_l1_quotes", "received_at", settings.keepTicks()),
                    new Kept("adapter.ib_tick_by_tick", "received_at", settings.keepTicks()),
                    new Kept("adapter.ib_market_depth", "received_at", settings.keepTicks()),
                    new Kept("adapter.ib_realtime_bars_5s", "bar_start", settings.keepBars()));
        }
    }

    /** Of tables that are plain in every edition. */
    void deleteSmall() {
        small.forEach(table -> delete(table, table.age()));
    }

    void delete() {
        for (Kept table : kept) {
            delete(table, table.age());
        }
    }

    void dropChunks() {
        for (Kept table : kept) {
            Duration age = table.age();
            if (age != null) {
                database.query(
                        "select drop_chunks(?::regclass, older_than => ?::timestamptz)",
                        _ -> {},
                        table.table(),
                        before(age));
            }
        }
    }

    private void delete(Kept table, @Nullable Duration age) {
        if (age == null) {
            return;
        }
        String sql = "delete from " + table.table() + " where ctid in (select ctid from " + table.table() + " where "
                + table.time() + " < ? limit " + ROWS_A_STEP + ")";
        long removed = 0;
        int step = ROWS_A_STEP;
        for (int i = 0; i < STEPS_A_ROUND && step == ROWS_A_STEP; i++) {
            step = database.update(sql, before(age));
            removed += step;
        }
        if (removed > 0) {
            LOG.info("old rows removed table={} rows={}", table.table(), removed);
        }
    }

    private Timestamp before(Duration age) {
        return Timestamp.from(clock.instant().minus(age));
    }
}
