package com.quanticity.ibkr.quickstart.recording;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.quickstart.process.RestartPause;
import com.quanticity.ibkr.quickstart.process.Supervised;
import com.quanticity.ibkr.quickstart.process.Watchdog;
import com.quanticity.ibkr.quickstart.server.PostgresServer;
import com.quanticity.ibkr.quickstart.settings.CannotStartException;
import com.quanticity.ibkr.quickstart.settings.Folders;
import com.quanticity.ibkr.quickstart.settings.Port;
import com.quanticity.ibkr.quickstart.settings.Ports;
import com.quanticity.ibkr.quickstart.settings.Recording;
import com.quanticity.ibkr.quickstart.settings.Secrets;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A proof must fail when it should: the stored quotes are spoiled in one way after the other. */
class RecordingComparisonIT {

    private static final String ROWS = """
            ts_ns,bid,bid_size,bid_exchange,ask,ask_size,ask_exchange,bid_cond_hex,ask_cond_hex,suspicious
            1,10.00,100,,10.10,100,,,,0
            2,10.01,100,,10.10,100,,,,0
            3,10.02,100,,10.10,100,,,,0
            4,10.03,100,,10.10,100,,,,0
            """;
    private static final String STATE = """
            {"market": {"source": "recording", "symbols": [{"symbol": "IBM", "lastRow": 3}]},
             "clients": [{"id": 1, "subscriptions": [{"symbol": "IBM", "firstRow": 1}]}]}
            """;
    /** Rows 1 to 3 as they should be stored, a trade in between, and the beginning of row 4. */
    private static final String GOOD = """
            insert into adapter.ib_l1_quotes values
              (7, 1, 'IBM', 10.00, 100, '', null, null, '', null, null),
              (7, 2, 'IBM', 10.00, 100, '', 10.10, 100, '', null, null),
              (7, 3, 'IBM', 10.00, 100, '', 10.10, 100, '', 10.05, 5),
              (7, 4, 'IBM', 10.01, 100, '', 10.10, 100, '', 10.05, 5),
              (7, 5, 'IBM', 10.02, 100, '', 10.10, 100, '', 10.05, 5),
              (7, 6, 'IBM', 10.03, 100, '', 10.10, 100, '', 10.05, 5)
            """;

    @TempDir
    static Path home;

    private static Watchdog watchdog;
    private static Supervised postgres;
    private static HttpServer simulator;
    private static Secrets secrets;
    private static int port;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeAll
    static void start() throws Exception {
        Folders folders = Folders.of(home, home.resolve("data"));
        folders.prepare();
        port = Ports.freeExcept(Map.of()).of(Port.POSTGRES);
        secrets = Secrets.load(folders.secrets(), List.of("postgres", "adapter"), List.of());
        watchdog = Watchdog.start();
        postgres = new Supervised(
                new PostgresServer(folders, port, secrets, List.of("adapter"), watchdog).component(),
                RestartPause.from(Duration.ofSeconds(1)),
                status -> {});
        postgres.start().join();
        simulator = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        simulator.createContext("/api/v1/state", exchange -> {
            byte[] body = STATE.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        simulator.start();
        Files.createDirectories(home.resolve("recordings/quotes"));
        Files.writeString(home.resolve("recordings/quotes/IBM-20131007.csv"), ROWS);
    }

    @AfterAll
    static void stop() throws InterruptedException, IOException {
        simulator.stop(0);
        postgres.stop(Duration.ofSeconds(10));
        watchdog.close();
    }

    @BeforeEach
    void storeGoodQuotes() throws SQLException {
        execute("drop table if exists adapter.ib_l1_quotes");
        execute("""
                create table adapter.ib_l1_quotes (connection bigint, sequence bigint, symbol text,
                  bid numeric, bid_size numeric, bid_exchange text, ask numeric, ask_size numeric, ask_exchange text,
                  last numeric, last_size numeric, received_at timestamptz default '2026-01-05T15:00:00Z')
                """);
        execute(GOOD);
    }

    @Test
    void findsEqualWhatIsEqual() throws Exception {
        assertThat(compare()).isTrue();

        assertThat(text())
                .contains("sequences run from 1 without a hole")
                .containsPattern("IBM +1 +3 +3 +4 +4 +0 +0\n");
    }

    @Test
    void findsAnotherPrice() throws Exception {
        execute("update adapter.ib_l1_quotes set bid = 10.015 where sequence = 4");

        assertThat(compare()).isFalse();

        assertThat(text())
                .contains("quote 3 (row 2): stored 10.015 x 100 / 10.1 x 100, recorded 10.01 x 100 / 10.1 x 100");
    }

    @Test
    void findsALostQuoteAndTheHoleItLeaves() throws Exception {
        execute("delete from adapter.ib_l1_quotes where sequence = 4");

        assertThat(compare()).isFalse();

        assertThat(text()).contains("quote 3 (row 2)", "HOLES [connection 7: 5 quotes, sequence 1 to 6]");
    }

    @Test
    void findsADuplicate() throws Exception {
        execute("update adapter.ib_l1_quotes set sequence = sequence + 1 where sequence > 4");
        execute("""
                insert into adapter.ib_l1_quotes
                select connection, 5, symbol, bid, bid_size, bid_exchange, ask, ask_size, ask_exchange, last, last_size
                from adapter.ib_l1_quotes where sequence = 4
                """);

        assertThat(compare()).isFalse();

        assertThat(text()).containsPattern("IBM +1 +3 +3 +4 +4 +0 +1\n");
    }

    @Test
    void findsAFillAtAPriceThatNobodyQuoted() throws Exception {
        execute("drop schema if exists execution cascade");
        execute("create schema execution");
        execute("""
                create table execution.fills (exec_id text, symbol text, side text, quantity numeric, price numeric,
                  executed_at timestamptz, current boolean)
                """);
        execute("""
                insert into execution.fills values
                  ('1.01', 'IBM', 'BUY', 5, 10.1, '2026-01-05T15:00:00Z', true),
                  ('2.01', 'IBM', 'SELL', 5, 10.03, '2026-01-05T15:00:09Z', true),
                  ('3.01', 'IBM', 'SELL', 5, 99, '2026-01-05T15:00:00Z', false)
                """);
        assertThat(fillsAreQuoted()).isTrue();

        execute("insert into execution.fills values ('4.01', 'IBM', 'BUY', 5, 10.11, '2026-01-05T15:00:00Z', true)");

        assertThat(fillsAreQuoted()).isFalse();
        assertThat(text()).contains("not a quoted price: BUY 5 IBM at 10.11", "2 of 3 fills at the price quoted");
    }

    private boolean fillsAreQuoted() throws SQLException {
        try (Connection connection = connect()) {
            return new FillPrices(connection, new PrintStream(out, true, StandardCharsets.UTF_8)).areQuoted();
        }
    }

    private boolean compare() throws IOException, SQLException, InterruptedException, CannotStartException {
        URI address = URI.create("http://127.0.0.1:" + simulator.getAddress().getPort());
        return new RecordingComparison(
                        Recording.find(home.resolve("recordings"), null),
                        address,
                        RecordingComparisonIT::connect,
                        new PrintStream(out, true, StandardCharsets.UTF_8))
                .run();
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void execute(String command) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(PostgresServer.jdbcUrl(port), "postgres", secrets.database("postgres"));
    }
}
