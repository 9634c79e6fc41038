package com.quanticity.ibkr.quickstart.recording;

import com.quanticity.ibkr.quickstart.settings.Recording;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Proves that PostgreSQL holds the recorded quotes: for each symbol, the rows played so far are expanded into the changes a subscriber
 * sees and compared one by one with the stored quotes of the adapter's current gateway connection. And over all symbols: the sequence
 * numbers of each connection run without a hole.
 */
public final class RecordingComparison {

    private static final int ADAPTER_CLIENT_ID = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Recording recording;
    private final URI simulator;
    private final Connections database;
    private final PrintStream out;

    public RecordingComparison(Recording recording, URI simulator, Connections database, PrintStream out) {
        this.recording = recording;
        this.simulator = simulator;
        this.database = database;
        this.out = out;
    }

    /** Compares and prints; true when everything is equal. What is played meanwhile is left out on both sides. */
    public boolean run() throws IOException, SQLException, InterruptedException {
        Window window = Window.of(simulator, ADAPTER_CLIENT_ID);
        try (Connection connection = database.open()) {
            connection.setAutoCommit(false);
            long gatewayConnection = latestConnection(connection);
            connection.commit();
            out.println("recording " + recording.folder() + " " + recording.date() + ", gateway connection "
                    + gatewayConnection);
            out.println(SymbolReport.header());
            boolean equal = true;
            for (Map.Entry<String, Window.Range> each : window.rows().entrySet()) {
                SymbolReport report = patiently(connection, gatewayConnection, each.getKey(), each.getValue());
                out.println(report);
                equal &= report.isEqual();
            }
            return checkSequences(connection) && equal;
        }
    }

    /** Stored quotes arrive a moment after they were played: only a lack that stays counts. */
    private SymbolReport patiently(Connection connection, long gatewayConnection, String symbol, Window.Range rows)
            throws IOException, SQLException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            SymbolReport report = compare(connection, gatewayConnection, symbol, rows);
            connection.commit();
            if (report.missing() == 0 || System.nanoTime() > end) {
                return report;
            }
            Thread.sleep(Duration.ofSeconds(1));
        }
    }

    private SymbolReport compare(Connection connection, long gatewayConnection, String symbol, Window.Range rows)
            throws IOException, SQLException {
        Path file = recording.quoteFiles().get(symbol);
        if (file == null) {
            throw new IOException("the recording has no quotes of " + symbol);
        }
        try (RecordedQuotes recorded = new RecordedQuotes(file, rows.first(), rows.last());
                StoredQuotes stored = new StoredQuotes(connection, gatewayConnection, symbol)) {
            return compare(symbol, rows, recorded, stored);
        }
    }

    private static SymbolReport compare(String symbol, Window.Range rows, RecordedQuotes recorded, StoredQuotes stored)
            throws IOException, SQLException {
        long expectedCount = 0;
        long equal = 0;
        long missing = 0;
        String difference = "";
        for (TopOfBook expected = recorded.next(); expected != null; expected = recorded.next()) {
            expectedCount++;
            TopOfBook found = stored.next();
            if (found == null) {
                missing++;
            } else if (!found.equals(expected) && difference.isEmpty()) {
                difference = "quote " + expectedCount + " (row " + (rows.first() + recorded.rowsUsed() - 1)
                        + "): stored " + found + ", recorded " + expected;
            }
            equal += difference.isEmpty() && found != null ? 1 : 0;
        }
        return new SymbolReport(
                symbol,
                rows.first(),
                rows.last(),
                recorded.rowsUsed(),
                expectedCount,
                equal,
                missing,
                stored.repeats(),
                difference);
    }

    private boolean checkSequences(Connection connection) throws SQLException {
        List<String> holes = new ArrayList<>();
        long quotes = 0;
        int connections = 0;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select connection, count(*), min(sequence), max(sequence)
                        from adapter.ib_l1_quotes group by connection order by connection
                        """)) {
            while (rows.next()) {
                connections++;
                quotes += rows.getLong(2);
                if (rows.getLong(3) != 1 || rows.getLong(4) != rows.getLong(2)) {
                    holes.add("connection " + rows.getLong(1) + ": " + rows.getLong(2) + " quotes, sequence "
                            + rows.getLong(3) + " to " + rows.getLong(4));
                }
            }
        }
        out.println(quotes + " quotes on " + connections + " gateway connection(s): "
                + (holes.isEmpty() ? "sequences run from 1 without a hole" : "HOLES " + holes));
        return holes.isEmpty();
    }

    private static long latestConnection(Connection connection) throws SQLException, IOException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select max(connection) from adapter.ib_l1_quotes")) {
            rows.next();
            long latest = rows.getLong(1);
            if (rows.wasNull()) {
                throw new IOException("adapter.ib_l1_quotes is empty: is ibkr-adapter up?");
            }
            return latest;
        }
    }

    /** Opens connections to the database. */
    public interface Connections {
        Connection open() throws SQLException;
    }
}
