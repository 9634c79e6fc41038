package com.quanticity.ibkr.adapter.historical.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Ticks of the past, whole seconds at a time: a second that comes again takes the place of the old one. */
public final class TickTable {

    private static final String COLUMNS = "contract_id, kind, at, ordinal, price, size, bid, ask, bid_size, ask_size,"
            + " exchange, conditions, flags";
    private static final String COPY = "copy adapter.ib_historical_ticks (" + COLUMNS + ") from stdin";
    private static final String CLEAR =
            "delete from adapter.ib_historical_ticks where contract_id = ? and kind = ? and at between ? and ?";
    private static final String READ = "select * from adapter.ib_historical_ticks where contract_id = ? and kind = ?"
            + " and at >= ? and at < ? order by at, ordinal limit ? offset ?";

    private final JdbcTemplate database;

    public TickTable(JdbcTemplate database) {
        this.database = database;
    }

    /**
     * Stores ticks; takes part in the transaction that is under way.
     *
     * @param ticks all ticks from the second of the first to the second of the last, in the broker's order, not empty
     */
    public void store(TickSeries series, List<HistoricalTick> ticks) {
        CopyText rows = new CopyText();
        Instant second = Instant.MIN;
        int ordinal = 0;
        for (HistoricalTick tick : ticks) {
            ordinal = tick.at().equals(second) ? ordinal + 1 : 0;
            second = tick.at();
            row(rows, series, tick, ordinal);
        }
        database.update(
                CLEAR,
                series.contractId(),
                series.kind(),
                Timestamp.from(ticks.getFirst().at()),
                Timestamp.from(ticks.getLast().at()));
        database.execute((ConnectionCallback<@Nullable Void>) connection -> {
            BarTable.copy(connection, COPY, rows.toBytes());
            return null;
        });
    }

    /**
     * Ticks of a time in the broker's order.
     *
     * @param skip how many to pass over
     */
    public List<HistoricalTick> read(TickSeries series, Instant from, Instant to, int limit, int skip) {
        return database.query(
                READ,
                (row, _) -> tick(row),
                series.contractId(),
                series.kind(),
                Timestamp.from(from),
                Timestamp.from(to),
                limit,
                skip);
    }

    private static void row(CopyText rows, TickSeries series, HistoricalTick tick, int ordinal) {
        rows.value(series.contractId())
                .value(series.kind())
                .value(tick.at())
                .value(ordinal)
                .value(tick.price())
                .value(tick.size())
                .value(tick.bid())
                .value(tick.ask())
                .value(tick.bidSize())
                .value(tick.askSize())
                .value(tick.exchange())
                .value(tick.conditions())
                .value(tick.flags())
                .endRow();
    }

    private static HistoricalTick tick(ResultSet row) throws SQLException {
        return new HistoricalTick(
                row.getTimestamp("at").toInstant(),
                row.getBigDecimal("price"),
                row.getBigDecimal("size"),
                row.getBigDecimal("bid"),
                row.getBigDecimal("ask"),
                row.getBigDecimal("bid_size"),
                row.getBigDecimal("ask_size"),
                row.getString("exchange"),
                row.getString("conditions"),
                row.getString("flags"));
    }
}
