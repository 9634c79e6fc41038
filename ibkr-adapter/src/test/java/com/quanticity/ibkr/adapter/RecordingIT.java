package com.quanticity.ibkr.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.MarketSource;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.state.SimulatorState.SymbolState;
import com.quanticity.ibkr.test.FreshDatabase;
import com.quanticity.ibkr.test.RealPostgres;
import com.quanticity.ibkr.test.RealRedis;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Every recorded change of the best bid and offer arrives in PostgreSQL, in order, once. The recording is read here by other code than the
 * simulator's. A row may change bid, ask and the letters of both; the gateway tells of them in this order, one frame each.
 */
class RecordingIT {

    private static final Path RECORDINGS = Path.of("../../shared/market-data");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> SYMBOLS = List.of("AIG", "BAC", "IBM");
    private static final int ROWS = 2_500;

    private record Top(
            @Nullable BigDecimal bid,
            @Nullable BigDecimal bidSize,
            @Nullable BigDecimal ask,
            @Nullable BigDecimal askSize,
            String bidExchange,
            String askExchange) {

        static final Top EMPTY = new Top(null, null, null, null, "", "");
    }

    @Test
    void storesEveryRecordedChangeOnceAndInOrder() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(RECORDINGS.resolve("quotes")), "no recordings beside the project");
        RealRedis.flush();
        RealRedis.declareFirstStart("");
        FreshDatabase fresh = RealPostgres.freshDatabase();
        MarketSource recorded = MarketSource.Recorded.of(RECORDINGS).atSpeed(200);
        try (GatewaySimulator simulator =
                        GatewaySimulator.start(SimulatorConfig.defaults().withMarket(recorded));
                ConfigurableApplicationContext adapter = start(simulator.port(), fresh)) {
            await().atMost(PATIENCE)
                    .until(() -> symbols(simulator).stream().allMatch(symbol -> symbol.rowsPlayed() > ROWS));
            List<SymbolState> played = symbols(simulator);
            JdbcTemplate database = adapter.getBean(JdbcTemplate.class);
            for (SymbolState symbol : played) {
                List<Top> expected = recorded(symbol);
                await().atMost(PATIENCE)
                        .until(() -> stored(database, symbol.symbol()).size() >= expected.size());
                assertThat(stored(database, symbol.symbol()).subList(0, expected.size()))
                        .as(symbol.symbol())
                        .isEqualTo(expected);
            }
        }
    }

    private static ConfigurableApplicationContext start(int gatewayPort, FreshDatabase fresh) {
        return new SpringApplicationBuilder(IbkrAdapterApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.data.redis.host=" + RealRedis.host(),
                        "--spring.data.redis.port=" + RealRedis.port(),
                        "--spring.datasource.url=" + fresh.jdbcUrl(),
                        "--spring.datasource.username=" + fresh.username(),
                        "--spring.datasource.password=" + fresh.password(),
                        "--ibkr.service.token=a-token-for-this-test-only",
                        "--ibkr.gateway.host=127.0.0.1",
                        "--ibkr.gateway.port=" + gatewayPort,
                        "--ibkr.adapter.watch-list=" + String.join(",", SYMBOLS));
    }

    private static List<SymbolState> symbols(GatewaySimulator simulator) {
        return simulator.state().market().symbols().stream()
                .filter(symbol -> SYMBOLS.contains(symbol.symbol()))
                .toList();
    }

    private static List<Top> recorded(SymbolState symbol) throws IOException {
        List<Top> tops = new ArrayList<>();
        Path file = RECORDINGS.resolve("quotes/" + symbol.symbol() + "-20131007.csv.gz");
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII))) {
            lines.readLine();
            Top last = Top.EMPTY;
            for (long row = 1; row <= Objects.requireNonNull(symbol.lastRow()); row++) {
                String line = Objects.requireNonNull(lines.readLine());
                if (row >= Objects.requireNonNull(symbol.firstRow())) {
                    last = expand(last, line.split(",", -1), tops);
                }
            }
        }
        return tops;
    }

    private static Top expand(Top before, String[] row, List<Top> tops) {
        BigDecimal bid = price(row[1]);
        BigDecimal ask = price(row[4]);
        Top top = before;
        top = add(tops, top, new Top(bid, size(bid, row[2]), top.ask, top.askSize, top.bidExchange, top.askExchange));
        top = add(tops, top, new Top(top.bid, top.bidSize, ask, size(ask, row[5]), top.bidExchange, top.askExchange));
        top = add(tops, top, new Top(top.bid, top.bidSize, top.ask, top.askSize, row[3], top.askExchange));
        return add(tops, top, new Top(top.bid, top.bidSize, top.ask, top.askSize, top.bidExchange, row[6]));
    }

    private static Top add(List<Top> tops, Top before, Top after) {
        if (!before.equals(after)) {
            tops.add(after);
        }
        return after;
    }

    private static @Nullable BigDecimal price(String text) {
        return text.isEmpty() || new BigDecimal(text).signum() == 0 ? null : exact(new BigDecimal(text));
    }

    private static @Nullable BigDecimal size(@Nullable BigDecimal price, String text) {
        return price == null ? null : exact(new BigDecimal(text));
    }

    /** What was stored, without the quotes that tell of a trade only. */
    private static List<Top> stored(JdbcTemplate database, String symbol) {
        List<Top> tops = new ArrayList<>();
        database.query(
                "select * from adapter.ib_l1_quotes where symbol = ? order by connection, sequence",
                row -> {
                    Top top = new Top(
                            exact(row.getBigDecimal("bid")),
                            exact(row.getBigDecimal("bid_size")),
                            exact(row.getBigDecimal("ask")),
                            exact(row.getBigDecimal("ask_size")),
                            row.getString("bid_exchange"),
                            row.getString("ask_exchange"));
                    boolean tradeOnly = tops.isEmpty() ? top.equals(Top.EMPTY) : top.equals(tops.getLast());
                    if (!tradeOnly) {
                        tops.add(top);
                    }
                },
                symbol);
        return tops;
    }

    private static @Nullable BigDecimal exact(@Nullable BigDecimal value) {
        return value == null ? null : value.stripTrailingZeros();
    }
}
