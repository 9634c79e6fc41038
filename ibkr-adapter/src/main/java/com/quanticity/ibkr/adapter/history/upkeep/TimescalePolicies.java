package com.quanticity.ibkr.adapter.history.upkeep;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What TimescaleDB does by itself under its community licence: compression, retention and minutes as a continuous aggregate. Telling it
 * again changes only what differs.
 */
final class TimescalePolicies {

    private static final Logger LOG = LoggerFactory.getLogger(TimescalePolicies.class);

    /** Minutes are made anew this far back when their bars change; less where bars are not kept as long. */
    private static final Duration REFRESH = Duration.ofDays(7);

    private static final String MINUTES = """
            create materialized view if not exists adapter.ib_bars_1m_continuous
            with (timescaledb.continuous, timescaledb.materialized_only = false) as
            select contract_id, time_bucket(interval '1 minute', bar_start) as minute, max(symbol) as symbol,
                   first(open, bar_start) as open, max(high) as high, min(low) as low, last(close, bar_start) as close,
                   sum(volume) as volume, sum(wap * volume) / nullif(sum(volume), 0) as wap, sum(trade_count) as trade_count,
                   count(*) as bars, count(*) filter (where source = 'BACK_FILLED') as back_filled
            from adapter.ib_realtime_bars_5s
            group by contract_id, time_bucket(interval '1 minute', bar_start)
            with no data""";

    private static final String VIEW = """
            create or replace view adapter.ib_bars_1m as
            select contract_id, minute, symbol, open, high, low, close, volume, wap, trade_count, bars, back_filled
            from adapter.ib_bars_1m_continuous""";

    private final JdbcTemplate database;
    private final UpkeepProperties settings;

    TimescalePolicies(JdbcTemplate database, UpkeepProperties settings) {
        this.database = database;
        this.settings = settings;
    }

    void apply() {
        for (OldRows.Kept table : OldRows.Kept.all(settings)) {
            compress(table);
            retain(table);
        }
        minutes();
    }

    private void compress(OldRows.Kept table) {
        if (!isTrue(
                "select compression_enabled from timescaledb_information.hypertables"
                        + " where format('%s.%s', hypertable_schema, hypertable_name) = ?",
                table.table())) {
            String order = table.time().equals("received_at") ? "received_at, connection, sequence" : table.time();
            database.execute("alter table " + table.table() + " set (timescaledb.compress,"
                    + " timescaledb.compress_segmentby = 'contract_id', timescaledb.compress_orderby = '" + order
                    + "')");
        }
        policy(table.table(), "compression", "compress_after", settings.compressAfter());
    }

    private void retain(OldRows.Kept table) {
        policy(table.table(), "retention", "drop_after", table.age());
    }

    private void policy(String table, String kind, String setting, @Nullable Duration age) {
        if (age != null
                && isTrue(
                        "select (config ->> ?)::interval = make_interval(secs => ?) from timescaledb_information.jobs"
                                + " where proc_name = ? and format('%s.%s', hypertable_schema, hypertable_name) = ?",
                        setting, age.toSeconds(), "policy_" + kind, table)) {
            return;
        }
        query("select remove_" + kind + "_policy(?::regclass, if_exists => true)", table);
        if (age != null) {
            query(
                    "select add_" + kind + "_policy(?::regclass, " + setting + " => make_interval(secs => ?))",
                    table,
                    age.toSeconds());
            LOG.info("policy set table={} kind={} {}={}", table, kind, setting, age);
        }
    }

    private void minutes() {
        if (isTrue(
                "select true from timescaledb_information.continuous_aggregates"
                        + " where format('%s.%s', view_schema, view_name) = ?",
                "adapter.ib_bars_1m_continuous")) {
            return;
        }
        database.execute(MINUTES);
        database.execute("call refresh_continuous_aggregate('adapter.ib_bars_1m_continuous', null, null)");
        query(
                "select add_continuous_aggregate_policy(?::regclass, start_offset => make_interval(secs => ?),"
                        + " end_offset => interval '1 minute', schedule_interval => interval '1 minute')",
                "adapter.ib_bars_1m_continuous",
                refresh().toSeconds());
        database.execute(VIEW);
        LOG.info("minutes are a continuous aggregate refresh={}", refresh());
    }

    private Duration refresh() {
        Duration kept = settings.keepBars();
        return kept == null || kept.compareTo(REFRESH) > 0 ? REFRESH : kept.minusHours(1);
    }

    private boolean isTrue(String sql, Object... arguments) {
        List<Boolean> answers = database.query(sql, (row, _) -> row.getBoolean(1), arguments);
        return !answers.isEmpty() && answers.getFirst();
    }

    private void query(String sql, Object... arguments) {
        database.query(sql, _ -> {}, arguments);
    }
}
