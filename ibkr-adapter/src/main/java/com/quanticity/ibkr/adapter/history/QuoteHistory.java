package com.quanticity.ibkr.adapter.history;

import com.quanticity.ibkr.adapter.AdapterMeter;
import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.market.QuoteBatch;
import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.stream.StreamHandler;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Stores quotes, each once: COPY into a staging table, then an insert that passes over what is there. One transaction for what one read
 * of the stream yields, committed before the entries are acknowledged, so that nothing is lost and nothing is doubled by a redelivery.
 */
final class QuoteHistory implements StreamHandler<QuoteBatch> {

    private static final int ROWS_PER_COPY = 20_000;
    private static final String STAGE =
            "create temporary table if not exists quote_staging on commit delete rows as select " + QuoteRows.COLUMNS
                    + " from adapter.ib_l1_quotes with no data";
    private static final String COPY = "copy quote_staging (" + QuoteRows.COLUMNS + ") from stdin";
    private static final String INSERT = "insert into adapter.ib_l1_quotes (" + QuoteRows.COLUMNS + ") select "
            + QuoteRows.COLUMNS + " from quote_staging on conflict do nothing";
    private static final String EMPTY = "truncate quote_staging";

    private final DataSource database;
    private final Counter stored;

    QuoteHistory(DataSource database, MeterRegistry meters) {
        this.database = database;
        this.stored = meters.counter(AdapterMeter.QUOTES_STORED.meterName());
    }

    @Override
    public void handle(List<Envelope<QuoteBatch>> messages) throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                int inserted = store(connection, messages);
                connection.commit();
                stored.increment(inserted);
            } catch (SQLException | IOException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            }
        }
    }

    private static int store(Connection connection, List<Envelope<QuoteBatch>> messages)
            throws SQLException, IOException {
        int inserted = 0;
        try (Statement statement = connection.createStatement()) {
            statement.execute(STAGE);
            QuoteRows rows = new QuoteRows(messages.size());
            for (Envelope<QuoteBatch> message : messages) {
                for (Quote quote : message.data().quotes()) {
                    rows.add(quote);
                }
                if (rows.count() >= ROWS_PER_COPY) {
                    inserted += flush(connection, statement, rows);
                    statement.execute(EMPTY);
                }
            }
            return inserted + flush(connection, statement, rows);
        }
    }

    private static int flush(Connection connection, Statement statement, QuoteRows rows)
            throws SQLException, IOException {
        if (rows.count() == 0) {
            return 0;
        }
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY, new ByteArrayInputStream(rows.toBytes()));
        rows.clear();
        return statement.executeUpdate(INSERT);
    }

    private static void rollBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
