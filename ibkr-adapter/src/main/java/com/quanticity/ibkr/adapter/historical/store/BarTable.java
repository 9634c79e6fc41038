package com.quanticity.ibkr.adapter.historical.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Bars of the past. A bar that comes again with other figures takes the place of the old one: the broker corrects bars. */
public final class BarTable {

    private static final String COLUMNS = "contract_id, bar_size, what_to_show, regular_hours, start_at, exchange_day,"
            + " open, high, low, close, volume, wap, trade_count";
    private static final String STAGE =
            "create temporary table if not exists historical_bar_staging on commit delete rows" + " as select "
                    + COLUMNS + " from adapter.ib_historical_bars with no data";
    private static final String COPY = "copy historical_bar_staging (" + COLUMNS + ") from stdin";
    private static final String MERGE = "insert into adapter.ib_historical_bars as old (" + COLUMNS + ") select "
            + COLUMNS + " from historical_bar_staging"
            + " on conflict (contract_id, bar_size, what_to_show, regular_hours, start_at) do update set"
            + " (exchange_day, open, high, low, close, volume, wap, trade_count, stored_at) ="
            + " (excluded.exchange_day, excluded.open, excluded.high, excluded.low, excluded.close, excluded.volume,"
            + " excluded.wap, excluded.trade_count, now())"
            + " where (old.open, old.high, old.low, old.close, old.volume, old.wap, old.trade_count) is distinct from"
            + " (excluded.open, excluded.high, excluded.low, excluded.close, excluded.volume, excluded.wap,"
            + " excluded.trade_count)";
    private static final String READ = "select start_at, exchange_day, open, high, low, close, volume, wap, trade_count"
            + " from adapter.ib_historical_bars where contract_id = ? and bar_size = ? and what_to_show = ?"
            + " and regular_hours = ? and start_at >= ? and start_at < ? order by start_at limit ?";

    private final JdbcTemplate database;

    public BarTable(JdbcTemplate database) {
        this.database = database;
    }

    /** Stores bars; takes part in the transaction that is under way. */
    public void store(BarSeries series, List<HistoricalBar> bars) {
        CopyText rows = new CopyText();
        for (HistoricalBar bar : bars) {
            rows.value(series.contractId())
                    .value(series.barSize())
                    .value(series.whatToShow())
                    .value(series.regularHours())
                    .value(bar.start())
                    .value(bar.day())
                    .value(bar.open())
                    .value(bar.high())
                    .value(bar.low())
                    .value(bar.close())
                    .value(bar.volume())
                    .value(bar.wap())
                    .value(bar.count())
                    .endRow();
        }
        database.execute((ConnectionCallback<@Nullable Void>) connection -> {
            merge(connection, rows.toBytes());
            return null;
        });
    }

    /** Bars that begin within a time, in time order. */
    public List<HistoricalBar> read(BarSeries series, Instant from, Instant to, int limit) {
        return database.query(
                READ,
                (row, _) -> bar(row),
                series.contractId(),
                series.barSize(),
                series.whatToShow(),
                series.regularHours(),
                Timestamp.from(from),
                Timestamp.from(to),
                limit);
    }

    private static void merge(Connection connection, byte[] rows) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(STAGE);
            statement.execute("truncate historical_bar_staging");
            copy(connection, COPY, rows);
            statement.executeUpdate(MERGE);
        }
    }

    static void copy(Connection connection, String command, byte[] rows) throws SQLException {
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(command, new ByteArrayInputStream(rows));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HistoricalBar bar(ResultSet row) throws SQLException {
        return new HistoricalBar(
                row.getTimestamp("start_at").toInstant(),
                row.getObject("exchange_day", LocalDate.class),
                row.getBigDecimal("open"),
                row.getBigDecimal("high"),
                row.getBigDecimal("low"),
                row.getBigDecimal("close"),
                row.getBigDecimal("volume"),
                row.getBigDecimal("wap"),
                row.getObject("trade_count", Integer.class));
    }
}
