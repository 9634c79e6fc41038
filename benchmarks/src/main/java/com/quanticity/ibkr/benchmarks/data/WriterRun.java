package com.quanticity.ibkr.benchmarks.data;

import com.quanticity.ibkr.benchmarks.platform.DataServers;
import com.quanticity.ibkr.benchmarks.platform.ServiceProcess;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.market.QuoteBatch;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.StreamBus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The history writer on a backlog, against a raw COPY of the same rows: into a table with the same columns, key and indexes, in the same
 * server, in one transaction, the rows ready in memory in the binary format. The writer reads them from Redis, decodes and encodes
 * them, stores them in many transactions and acknowledges each. The first quarter of the backlog warms it up and does not count.
 */
final class WriterRun {

    private static final String COLUMNS =
            "connection, sequence, symbol, contract_id, bid, bid_size, ask, ask_size, last, last_size, bid_exchange,"
                    + " ask_exchange, data_type, received_at";
    private static final int SYMBOLS = 10;

    private final DataServers servers;
    private final Clock clock;

    WriterRun(DataServers servers, Clock clock) {
        this.servers = servers;
        this.clock = clock;
    }

    /**
     * @param entry quotes in one entry of the stream
     * @param writer rows a second from stream to table
     * @param copy rows a second of the raw COPY
     */
    record Result(int entry, long rows, double writer, double copy) {
        double ratio() {
            return writer / copy;
        }
    }

    /** @param rows a multiple of {@code entry} */
    Result measure(int rows, int entry) throws IOException, InterruptedException, SQLException {
        try (ServiceProcess adapter = adapter()) {
            adapter.await("its tables", () -> adapter.status("/api/v1/history") == 200);
        }
        execute("truncate adapter.ib_l1_quotes");
        publish(rows, entry);
        double writer;
        try (ServiceProcess adapter = adapter()) {
            writer = rate(adapter, rows);
        }
        long stored = count("adapter.ib_l1_quotes");
        if (stored != rows) {
            throw new IOException("published " + rows + " quotes, stored " + stored);
        }
        return new Result(entry, rows, writer, rawCopy(rows));
    }

    private ServiceProcess adapter() throws IOException, InterruptedException {
        return ServiceProcess.startAdapter(servers, DataServers.freePort(), Map.of());
    }

    /** Rows a second of the later three quarters: a new process compiles its code during the first. */
    private static double rate(ServiceProcess adapter, long rows) throws IOException, InterruptedException {
        long began = 0;
        long before = 0;
        while (true) {
            long stored = adapter.get("/api/v1/history")
                    .path("market.quote")
                    .path("progress")
                    .path("rows")
                    .asLong();
            long now = System.nanoTime();
            if (began == 0 && stored >= rows / 4) {
                began = now;
                before = stored;
            }
            if (stored >= rows) {
                return (stored - before) * 1e9 / (now - began);
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private void publish(int rows, int entry) {
        StreamBus bus = servers.bus();
        Random random = new Random(1);
        long connection = clock.millis();
        Instant start = Instant.ofEpochMilli(connection);
        for (int first = 1; first <= rows; first += entry) {
            List<Quote> quotes = new ArrayList<>(entry);
            for (int sequence = first; sequence < first + entry; sequence++) {
                quotes.add(quote(connection, sequence, random, start));
            }
            bus.publish(Topics.MARKET_QUOTE, "", new QuoteBatch(quotes));
        }
    }

    private static Quote quote(long connection, int sequence, Random random, Instant start) {
        int symbol = random.nextInt(SYMBOLS);
        BigDecimal bid = BigDecimal.valueOf(16_000 + random.nextInt(1_000), 2);
        return new Quote(
                "SYM" + symbol,
                ContractId.of(1_000 + symbol),
                bid,
                BigDecimal.valueOf(100L * (1 + random.nextInt(50))),
                bid.add(new BigDecimal("0.01")),
                BigDecimal.valueOf(100L * (1 + random.nextInt(50))),
                bid,
                BigDecimal.valueOf(100),
                "PQ",
                "K",
                MarketDataType.LIVE,
                connection,
                sequence,
                start.plusNanos(sequence * 1_000L));
    }

    /** The best of three. */
    private double rawCopy(long rows) throws SQLException, IOException {
        try (Connection connection = servers.database()) {
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            copies.copyOut(
                    "copy (select " + COLUMNS
                            + " from adapter.ib_l1_quotes order by sequence) to stdout (format binary)",
                    bytes);
            double best = 0;
            for (int round = 0; round < 3; round++) {
                execute("drop table if exists adapter.raw_copy");
                execute("create table adapter.raw_copy (like adapter.ib_l1_quotes including all)");
                long began = System.nanoTime();
                long copied = copies.copyIn(
                        "copy adapter.raw_copy (" + COLUMNS + ") from stdin (format binary)",
                        new ByteArrayInputStream(bytes.toByteArray()));
                best = Math.max(best, copied * 1e9 / (System.nanoTime() - began));
                if (copied != rows) {
                    throw new IOException("copied " + copied + " of " + rows + " rows");
                }
            }
            execute("drop table adapter.raw_copy");
            return best;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = servers.database();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long count(String table) throws SQLException {
        try (Connection connection = servers.database();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
