package com.quanticity.ibkr.adapter.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.quanticity.ibkr.adapter.MovableClock;
import com.quanticity.ibkr.adapter.TestServers;
import com.quanticity.ibkr.adapter.history.upkeep.DatabaseEdition;
import com.quanticity.ibkr.adapter.history.upkeep.HistoryUpkeep;
import com.quanticity.ibkr.adapter.history.upkeep.UpkeepProperties;
import com.quanticity.ibkr.model.market.Bar;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The tables of history on PostgreSQL, and, with {@code IBKR_TEST_TIMESCALE_URL} (a JDBC URL of a superuser's database on a server that has
 * the extension), on TimescaleDB under whatever licence that server runs.
 */
class HistoryUpkeepIT {

    private static final Duration A_YEAR = Duration.ofDays(365);

    private final MovableClock clock = new MovableClock();

    @Test
    void rollsMinutesUpAndRemovesOldRowsOnPlainPostgres() throws Exception {
        try (TestServers servers = new TestServers(clock)) {
            proves(servers.dataSource);
        }
    }

    @Test
    void doesTheSameOnTimescale() throws Exception {
        String url = System.getenv("IBKR_TEST_TIMESCALE_URL");
        assumeThat(url).as("IBKR_TEST_TIMESCALE_URL").isNotNull();
        String name = "ibkr_upkeep_" + ProcessHandle.current().pid();
        JdbcTemplate server = new JdbcTemplate(new DriverManagerDataSource(url));
        server.execute("create database " + name);
        DataSource database = new DriverManagerDataSource(url.replaceAll("/[^/?]*(\\?|$)", "/" + name + "$1"));
        try {
            new JdbcTemplate(database).execute("create extension timescaledb");
            Flyway.configure()
                    .dataSource(database)
                    .schemas("adapter")
                    .defaultSchema("adapter")
                    .load()
                    .migrate();

            proves(database);

            assertThat(count(
                            database,
                            "select count(*) from timescaledb_information.hypertables"
                                    + " where hypertable_schema = 'adapter'"))
                    .isEqualTo(4);
        } finally {
            server.execute("drop database " + name + " with (force)");
        }
    }

    private void proves(DataSource database) throws Exception {
        JdbcTemplate sql = new JdbcTemplate(database);
        Instant start = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.DAYS);
        store(database, start, 0, 12, Bar.Source.LIVE);
        store(database, start, 12, 14, Bar.Source.BACK_FILLED);
        store(database, start.minus(A_YEAR), 0, 12, Bar.Source.LIVE);
        clock.advance(Duration.between(clock.instant(), start.plus(Duration.ofHours(20))));
        HistoryUpkeep upkeep = new HistoryUpkeep(sql, settings(null), clock);

        upkeep.work();

        assertThat(minutes(sql, start))
                .containsExactly(
                        "168.40 169.00 168.00 168.11 1200 168.5 84 12 0",
                        "168.40 169.00 168.00 168.13 200 168.5 14 2 2");
        store(database, start, 14, 24, Bar.Source.LIVE);
        upkeep.work();
        runJobs(sql, "policy_refresh_continuous_aggregate", 1);
        assertThat(minutes(sql, start).getLast()).isEqualTo("168.40 169.00 168.00 168.23 1200 168.5 84 12 2");

        HistoryUpkeep withEnd = new HistoryUpkeep(sql, settings(Duration.ofDays(60)), clock);
        sql.update(
                "insert into adapter.ib_depth_turns values (?, 9001, 1, 'SPY', 0, null, ?, 5, 'SERVED', '')",
                Timestamp.from(start.minus(A_YEAR)),
                Timestamp.from(start.minus(A_YEAR)));
        withEnd.work();
        assertThat(count(database, "select count(*) from adapter.ib_depth_turns"))
                .isZero();
        runJobs(sql, "policy_compression", 4);
        runJobs(sql, "policy_retention", 4);
        assertThat(count(database, "select count(*) from adapter.ib_realtime_bars_5s"))
                .isEqualTo(24);
    }

    /** Under the community licence the database does it when its time has come; here at once. */
    private static void runJobs(JdbcTemplate sql, String kind, int jobs) {
        if (DatabaseEdition.of(sql) != DatabaseEdition.COMMUNITY) {
            return;
        }
        List<Integer> found = sql.query(
                "select job_id from timescaledb_information.jobs where proc_name = ?", (row, _) -> row.getInt(1), kind);
        assertThat(found).hasSize(jobs);
        found.forEach(job -> sql.execute("call run_job(" + job + ")"));
    }

    private static List<String> minutes(JdbcTemplate sql, Instant from) {
        return sql.query(
                "select * from adapter.ib_bars_1m where minute >= ? order by minute",
                (row, _) -> String.join(
                        " ",
                        row.getString("open"),
                        row.getString("high"),
                        row.getString("low"),
                        row.getString("close"),
                        row.getBigDecimal("volume").toPlainString(),
                        row.getBigDecimal("wap").stripTrailingZeros().toPlainString(),
                        row.getString("trade_count"),
                        row.getString("bars"),
                        row.getString("back_filled")),
                Timestamp.from(from));
    }

    private static void store(DataSource database, Instant start, int from, int to, Bar.Source source)
            throws Exception {
        new TableCopy<>(database, MarketTables.BARS).store(take -> {
            for (int i = from; i < to; i++) {
                Bar bar = HistoryRows.bar(i, source, "168." + (i < 12 ? 11 : i));
                take.accept(new Bar(
                        bar.symbol(),
                        bar.contractId(),
                        start.plusSeconds(5L * i),
                        bar.open(),
                        bar.high(),
                        bar.low(),
                        bar.close(),
                        bar.volume(),
                        bar.wap(),
                        bar.count(),
                        source,
                        1,
                        bar.receivedAt()));
            }
        });
    }

    private static UpkeepProperties settings(@Nullable Duration keep) {
        return new UpkeepProperties(
                Duration.ofMinutes(1), Duration.ofDays(30), keep, keep, Duration.ofDays(1), Duration.ofDays(1));
    }

    private static long count(DataSource database, String query) {
        Long count = new JdbcTemplate(database).queryForObject(query, Long.class);
        return count == null ? 0 : count;
    }
}
