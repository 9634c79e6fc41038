package com.quanticity.ibkr.gateway.internal.redis;

import static com.quanticity.ibkr.model.session.SessionState.DISCONNECTED;
import static com.quanticity.ibkr.model.session.SessionState.READY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.gateway.GatewayBindings;
import com.quanticity.ibkr.gateway.pacing.HistoryAllowance;
import com.quanticity.ibkr.gateway.pacing.HistoryAnswer;
import com.quanticity.ibkr.gateway.pacing.HistoryLimits;
import com.quanticity.ibkr.gateway.pacing.HistoryQuery;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.GatewaySessions;
import com.quanticity.ibkr.gateway.session.SessionSettings;
import com.quanticity.ibkr.gateway.session.SessionSharing;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sessions of two processes meet in Redis. */
@Timeout(60)
class SessionsOnRedisTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final HistoryLimits LIMITS =
            new HistoryLimits(2, 60, Duration.ofSeconds(15), 5, Duration.ofSeconds(2), 50);

    private final TestRedis redis = new TestRedis();

    @AfterEach
    void close() {
        redis.close();
    }

    @Test
    void secondHolderOfAnIdWaitsVisiblyUntilTheFirstIsClosed() {
        try (GatewaySimulator simulator = GatewaySimulator.start(SimulatorConfig.defaults());
                GatewaySession second = session(simulator)) {
            GatewaySession first = session(simulator);
            first.start();
            await().atMost(LONG).until(() -> first.state() == READY);
            second.start();

            await().atMost(LONG)
                    .untilAsserted(() ->
                            assertThat(second.status().reason()).startsWith("client id 2 is held by risk-manager on "));

            assertThat(second.state()).isEqualTo(DISCONNECTED);
            first.close();
            await().atMost(LONG).until(() -> second.state() == READY);
        }
    }

    @Test
    void countsTheHistoryOfAllSessionsTogether() {
        RedisHistoryAllowances allowances = new RedisHistoryAllowances(redis.redis, redis.prefix);
        HistoryAllowance adapter = allowances.open("gateway", ClientId.of(1), LIMITS);
        HistoryAllowance replay = allowances.open("gateway", ClientId.of(3), LIMITS);

        assertThat(ask(adapter, 1, "a")).isInstanceOf(HistoryAnswer.Go.class);
        assertThat(ask(replay, 1, "a")).isInstanceOfSatisfying(HistoryAnswer.Wait.class, wait -> {
            assertThat(wait.rule()).isEqualTo(HistoryAnswer.Rule.IDENTICAL);
            assertThat(wait.pause()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(16));
        });
        assertThat(ask(replay, 2, "b")).isInstanceOf(HistoryAnswer.Go.class);
        assertThat(ask(adapter, 3, "c"))
                .isInstanceOfSatisfying(
                        HistoryAnswer.Wait.class,
                        wait -> assertThat(wait.rule()).isEqualTo(HistoryAnswer.Rule.PER_MINUTE));
        adapter.ended(1);
        replay.allEnded();
        await().untilAsserted(() -> assertThat(redis.redis.opsForZSet().zCard(redis.prefix + "ib:history:gateway:open"))
                .isZero());
    }

    private static HistoryAnswer ask(HistoryAllowance allowance, int reqId, String text) {
        return allowance
                .ask(new HistoryQuery(reqId, text, text, 1, false))
                .toCompletableFuture()
                .join();
    }

    private GatewaySession session(GatewaySimulator simulator) {
        return GatewaySessions.create(
                SessionSettings.of(
                        ConnectSettings.of("127.0.0.1", simulator.port(), ClientId.of(2)), "risk-manager", false),
                GatewayBindings.nativeBinding(Clock.systemUTC()),
                Clock.systemUTC(),
                new SimpleMeterRegistry(),
                new SessionSharing(
                        new RedisClientIdLeases(redis.redis, redis.prefix, Duration.ofSeconds(10), Clock.systemUTC()),
                        new RedisMessageShares(redis.redis, redis.prefix),
                        new RedisHistoryAllowances(redis.redis, redis.prefix),
                        HistoryLimits.defaults(),
                        true),
                _ -> _ -> {});
    }
}
