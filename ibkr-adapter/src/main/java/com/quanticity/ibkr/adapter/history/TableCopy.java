package com.quanticity.ibkr.adapter.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.util.PSQLState;

/**
 * Stores items as rows, each once, in one transaction. New rows go straight into their table by binary COPY. Only when one of them is there
 * already, after a redelivery, the transaction is made anew by way of a staging table and an insert that passes over what is there; so is
 * every one of a table whose rows may replace one another. The server works on the rows while the next ones are made. Thread-safe.
 *
 * @param <T> one item, one row
 */
public final class TableCopy<T> {

    private static final int CHUNK = 64 * 1024;

    private final DataSource database;
    private final HistoryTable<T> table;

    public TableCopy(DataSource database, HistoryTable<T> table) {
        this.database = database;
        this.table = table;
    }

    /** What is to be stored; may be asked for its items twice. */
    @FunctionalInterface
    public interface Source<T> {
        void forEach(Consumer<T> item);
    }

    /** Stores all of it and returns how many rows are new or replaced another one. */
    public long store(Source<T> items) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            if (table.passesOver()) {
                try {
                    return direct(connection, items);
                } catch (SQLException e) {
                    if (!PSQLState.UNIQUE_VIOLATION.getState().equals(e.getSQLState())) {
                        throw e;
                    }
                    connection.rollback();
                }
            }
            return staged(connection, items);
        }
    }

    private long direct(Connection connection, Source<T> items) throws SQLException {
        try {
            long rows = copy(connection, table.copy(), items);
            connection.commit();
            return rows;
        } catch (RuntimeException e) {
            rollBack(connection, e);
            throw e;
        }
    }

    private long staged(Connection connection, Source<T> items) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(table.createStaging());
            copy(connection, table.copyInto(table.stagingName()), items);
            long rows = statement.executeLargeUpdate(table.insertFromStaging());
            connection.commit();
            return rows;
        } catch (SQLException | RuntimeException e) {
            rollBack(connection, e);
            throw e;
        }
    }

    private long copy(Connection connection, String sql, Source<T> items) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            Sender<T> sender = new Sender<>(copy, table);
            items.forEach(sender::add);
            return sender.finish();
        } catch (SendingException e) {
            cancel(copy, e.cause);
            throw e.cause;
        } catch (SQLException | RuntimeException e) {
            cancel(copy, e);
            throw e;
        }
    }

    /** Hands rows to the server in pieces. */
    private static final class Sender<T> {

        private final CopyIn copy;
        private final HistoryTable<T> table;
        private final BinaryRows rows;

        Sender(CopyIn copy, HistoryTable<T> table) {
            this.copy = copy;
            this.table = table;
            this.rows = new BinaryRows(table.columns().size(), CHUNK + 4096);
        }

        void add(T item) {
            rows.row();
            table.row().write(rows, item);
            if (rows.length() >= CHUNK) {
                try {
                    send();
                } catch (SQLException e) {
                    throw new SendingException(e);
                }
            }
        }

        long finish() throws SQLException {
            rows.end();
            send();
            return copy.endCopy();
        }

        private void send() throws SQLException {
            copy.writeToCopy(rows.bytes(), 0, rows.length());
            rows.sent();
        }
    }

    /** Carries a failure out of the source's loop. */
    private static final class SendingException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final SQLException cause;

        SendingException(SQLException cause) {
            super(cause);
            this.cause = cause;
        }
    }

    private static void cancel(CopyIn copy, Exception reason) {
        try {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        } catch (SQLException e) {
            if (e != reason) {
                reason.addSuppressed(e);
            }
        }
    }

    private static void rollBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }
}
