package com.quanticity.ibkr.adapter.uw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.adapter.TestServers;
import com.quanticity.ibkr.adapter.alarm.AdapterAlarms;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.model.market.Quote;
import com.quanticity.ibkr.model.market.QuoteBatch;
import com.quanticity.ibkr.model.market.UwPrice;
import com.quanticity.ibkr.model.ops.Alarm;
import com.quanticity.ibkr.model.ops.AlarmKind;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.ConsumerGroup;
import com.quanticity.ibkr.stream.StreamSubscription;
import com.quanticity.ibkr.test.RealRedis;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From the stream to table and alarm on real servers. */
class UwDeskIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final UwProperties RULES = new UwProperties(
            true,
            Duration.ofMillis(200),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofSeconds(2),
            new BigDecimal("25"),
            new BigDecimal("15"),
            Duration.ofMillis(1),
            Duration.ofMillis(1));

    private final Clock clock = Clock.systemUTC();
    private final TestServers servers = new TestServers(clock);
    private final List<Alarm> alarms = new CopyOnWriteArrayList<>();
    private final ReferenceTape tape = new ReferenceTape(RULES.keep());
    private final Level1Follower level1 = new Level1Follower(servers.bus, tape);
    private final UwTable table = new UwTable(servers.database);
    private final StreamSubscription subscription = servers.bus.consume(
            Topics.UW_PRICE,
            ConsumerGroup.of("uw").withBatchSize(10).retryingForEver(),
            new UwDesk(
                    tape,
                    level1::follow,
                    table,
                    new AdapterAlarms(alarms::add, clock, servers.meters),
                    RULES,
                    servers.meters,
                    clock));

    @AfterEach
    void stop() {
        subscription.close();
        level1.close();
        servers.close();
    }

    @Test
    void storesDeviationsOnceAndAlarms() {
        quote(1);
        price("168.60", "a");
        await().atMost(PATIENCE).until(() -> rows().size() == 1);
        price("171", "b");
        await().atMost(PATIENCE).until(() -> rows().size() == 2);
        price("171", "c");
        await().atMost(PATIENCE).until(() -> alarms.size() == 1);
        price("168.60", "d");
        await().atMost(PATIENCE).until(() -> rows().size() == 4);
        price("168.60", "e");
        await().atMost(PATIENCE).until(() -> alarms.size() == 2);

        assertThat(alarms)
                .extracting(Alarm::kind, Alarm::subject, Alarm::raised)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(AlarmKind.UW_DEVIATION, "SPY", true),
                        org.assertj.core.groups.Tuple.tuple(AlarmKind.UW_DEVIATION, "SPY", false));
        assertThat(rows())
                .filteredOn(row -> row.price().source().equals("b"))
                .singleElement()
                .satisfies(row -> assertThat(row.deviation()).isEqualByComparingTo("142.35"));
        assertThat(table.store(rows())).as("a second delivery adds nothing").isEmpty();
    }

    @Test
    void readsWhatThePlayerPlays() throws IOException, InterruptedException {
        Path player = Path.of("..", "samples", "uw-player", "uw_player.py");
        assumeThat(isOnPath("python3")).as("python3 on the path").isTrue();
        quote(1);
        Process process = new ProcessBuilder(
                        "python3",
                        player.toString(),
                        "--redis",
                        RealRedis.host() + ":" + RealRedis.port(),
                        "--prefix",
                        servers.bus.prefix(),
                        "--speed",
                        "50")
                .inheritIO()
                .start();
        assertThat(process.waitFor()).isZero();

        await().atMost(PATIENCE).until(() -> rows().size() == 10);
        assertThat(rows()).filteredOn(row -> row.verdict() == Verdict.COMPARED).hasSize(6);
        assertThat(rows()).filteredOn(row -> row.verdict() == Verdict.NO_QUOTE).hasSize(4);
    }

    private static boolean isOnPath(String command) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }

    private void quote(long sequence) {
        servers.bus.publish(
                Topics.MARKET_QUOTE,
                "",
                new QuoteBatch(List.of(new Quote(
                        "SPY",
                        ContractId.of(756733),
                        new BigDecimal("168.59"),
                        null,
                        new BigDecimal("168.61"),
                        null,
                        null,
                        null,
                        "",
                        "",
                        MarketDataType.LIVE,
                        1,
                        sequence,
                        clock.instant().minusMillis(100)))));
    }

    private void price(String price, String source) {
        servers.bus.publish(Topics.UW_PRICE, "SPY", new UwPrice("SPY", new BigDecimal(price), clock.instant(), source));
    }

    private List<Comparison> rows() {
        Instant now = clock.instant();
        return table.read(null, null, now.minusSeconds(60), now.plusSeconds(60), 100);
    }
}
