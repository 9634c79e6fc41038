package com.quanticity.ibkr.quickstart.recording;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The stored quotes of one symbol on one gateway connection, in the order received, without those that only tell of a trade. */
final class StoredQuotes implements AutoCloseable {

    private static final String QUERY = """
            select bid, bid_size, bid_exchange, ask, ask_size, ask_exchange, last, last_size
            from adapter.ib_l1_quotes
            where connection = ? and symbol = ?
            order by sequence
            """;
    private static final int ROWS_AT_A_TIME = 5_000;

    private final PreparedStatement statement;
    private final ResultSet rows;

    private TopOfBook current = TopOfBook.EMPTY;
    private @Nullable BigDecimal last;
    private @Nullable BigDecimal lastSize;
    private long repeats;

    /** The database connection must not be in auto-commit mode, or all rows would be held in memory. */
    StoredQuotes(Connection database, long connection, String symbol) throws SQLException {
        statement = database.prepareStatement(QUERY);
        statement.setFetchSize(ROWS_AT_A_TIME);
        statement.setLong(1, connection);
        statement.setString(2, symbol);
        rows = statement.executeQuery();
    }

    /** The next top of book that differs from the one before; null when there is no more. */
    @Nullable TopOfBook next() throws SQLException {
        while (rows.next()) {
            TopOfBook next = new TopOfBook(
                    rows.getBigDecimal(1),
                    rows.getBigDecimal(2),
                    text(3),
                    rows.getBigDecimal(4),
                    rows.getBigDecimal(5),
                    text(6));
            boolean traded = takeTrade(rows.getBigDecimal(7), rows.getBigDecimal(8));
            if (!next.equals(current)) {
                current = next;
                return next;
            }
            if (!traded) {
                repeats++;
            }
        }
        return null;
    }

    /** Rows seen so far that show nothing new at all: duplicates. */
    long repeats() {
        return repeats;
    }

    private boolean takeTrade(@Nullable BigDecimal price, @Nullable BigDecimal size) {
        boolean changed = !same(price, last) || !same(size, lastSize);
        last = price;
        lastSize = size;
        return changed;
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.compareTo(other) == 0;
    }

    private String text(int column) throws SQLException {
        return Objects.requireNonNullElse(rows.getString(column), "");
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
