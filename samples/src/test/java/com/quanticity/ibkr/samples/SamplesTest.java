package com.quanticity.ibkr.samples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.market.Bar;
import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.market.QuoteBatch;
import com.quanticity.ibkr.model.market.TickBatch;
import com.quanticity.ibkr.model.market.TickByTick;
import com.quanticity.ibkr.model.stream.StreamName;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.samples.cat.StreamCatRun;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.test.RealRedis;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final ContractId SPY = ContractId.of(756733);
    private static final Instant AT = Instant.parse("2013-10-07T13:30:00.5Z");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, UTF_8);
    private final RedisAddress redis = RedisAddress.of(RealRedis.uri());
    private final StreamBus bus = redis.bus("");

    @BeforeEach
    void empty() {
        RealRedis.flush();
    }

    @AfterEach
    void close() {
        redis.close();
    }

    @Test
    void javaSampleTellsItemsRepeatsAndGaps() {
        try (MarketDataConsumer _ = new MarketDataConsumer(bus, "g", out)) {
            await().atMost(PATIENCE)
                    .until(() ->
                            List.of(StreamName.MARKET_QUOTE, StreamName.MARKET_TRADE, StreamName.MARKET_BAR).stream()
                                    .allMatch(stream ->
                                            Boolean.TRUE.equals(redis.redis().hasKey(stream.text()))));
            publish();

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(lines())
                            .containsExactlyInAnyOrder(
                                    "quote SPY 168.40 / null LIVE",
                                    "GAP 1 quotes lost before 1/3",
                                    "quote SPY 168.41 / null LIVE",
                                    "trade SPY 100 @ 168.405 ARCA",
                                    "bar SPY 2013-10-07T13:30:00Z close 168.41 LIVE"));
        }
    }

    @Test
    void streamcatPrintsWhatIsThere() {
        publish();

        assertThat(StreamCatRun.run(out, "market.quote", "--redis", RealRedis.uri(), "--no-follow"))
                .isZero();

        assertThat(lines())
                .hasSize(3)
                .startsWith("2013-10-07T13:30:00.500Z SPY bid 168.40 x 300 ask - x - last - LIVE #1");
        printed.reset();
        StreamCatRun.run(out, "market.bar", "--redis", RealRedis.uri(), "--no-follow", "--symbol", "QQQ");
        assertThat(lines()).isEmpty();
        StreamCatRun.run(
                out, "market.quote", "--redis", RealRedis.uri(), "--no-follow", "--from", "2999-01-01T00:00:00Z");
        assertThat(lines()).isEmpty();
        StreamCatRun.run(out, "market.quote", "--redis", RealRedis.uri(), "--no-follow", "--from", "1-0");
        assertThat(lines()).hasSize(3);
        assertThat(StreamCatRun.run(out, "market.quote", "--from", "noon")).isEqualTo(2);
        assertThat(StreamCatRun.run(out, "market.nothing", "--redis", RealRedis.uri()))
                .isEqualTo(2);
    }

    @Test
    void pythonSampleTellsTheSame(@TempDir Path folder) throws Exception {
        assumeThat(python("-c", "import redis"))
                .as("python3 with the package redis")
                .isZero();
        Path script = folder.resolve("check.py");
        Files.writeString(script, """
                import sys
                sys.path.insert(0, sys.argv[1])
                import market_data_consumer as sample
                consumer = sample.Consumer(sample.connect(sys.argv[2]), "p")
                consumer.create_groups()
                for stream in sample.STREAMS:
                    consumer.server.xgroup_setid(stream, "p", "0")
                while consumer.unfinished:
                    consumer.run_once(100)
                while consumer.run_once(100):
                    pass
                """);
        publish();

        assertThat(python(script.toString(), Path.of("python").toAbsolutePath().toString(), RealRedis.uri()))
                .isZero();

        assertThat(lines())
                .containsExactlyInAnyOrder(
                        "quote SPY 168.40 / None LIVE",
                        "GAP 1 lost before 1/3 of market.quote",
                        "quote SPY 168.41 / None LIVE",
                        "trade SPY 100 @ 168.405 ARCA",
                        "bar SPY 2013-10-07T13:30:00Z close 168.41 LIVE");
    }

    private void publish() {
        bus.publish(Topics.MARKET_QUOTE, "", QuoteBatch.of(quote(1, "168.40")));
        bus.publish(Topics.MARKET_QUOTE, "", QuoteBatch.of(quote(1, "168.40"), quote(3, "168.41")));
        bus.publish(
                Topics.MARKET_TRADE,
                "",
                TickBatch.of(new TickByTick.Trade(
                        "SPY",
                        SPY,
                        TickByTick.Trade.Kind.LAST,
                        new BigDecimal("168.405"),
                        new BigDecimal("100"),
                        "ARCA",
                        "|",
                        false,
                        false,
                        1,
                        1,
                        AT,
                        false,
                        AT)));
        bus.publish(
                Topics.MARKET_BAR,
                "SPY",
                new Bar(
                        "SPY",
                        SPY,
                        Instant.parse("2013-10-07T13:30:00Z"),
                        BigDecimal.ONE,
                        BigDecimal.TEN,
                        BigDecimal.ONE,
                        new BigDecimal("168.41"),
                        null,
                        null,
                        null,
                        Bar.Source.LIVE,
                        1,
                        AT));
    }

    private static Quote quote(long sequence, String bid) {
        return new Quote(
                "SPY",
                SPY,
                new BigDecimal(bid),
                new BigDecimal("300"),
                null,
                null,
                null,
                null,
                "",
                "",
                MarketDataType.LIVE,
                1,
                sequence,
                AT);
    }

    /** Exit code, −1 when there is no Python. */
    private int python(String... arguments) throws InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = "python3";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getInputStream().transferTo(out);
            return process.waitFor(30, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (IOException e) {
            return -1;
        }
    }

    private List<String> lines() {
        return printed.toString(UTF_8).lines().toList();
    }
}
