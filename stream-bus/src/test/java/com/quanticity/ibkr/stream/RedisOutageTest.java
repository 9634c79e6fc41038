package com.quanticity.ibkr.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.model.ops.Alarm;
import com.quanticity.ibkr.model.ops.AlarmKind;
import com.quanticity.ibkr.model.ops.OpsCommand;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.session.GatewayRole;
import com.quanticity.ibkr.model.session.SessionEvent;
import com.quanticity.ibkr.model.session.SessionLease;
import com.quanticity.ibkr.model.session.SessionOutlook;
import com.quanticity.ibkr.model.session.SessionState;
import com.quanticity.ibkr.model.session.SessionStatus;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.test.RealRedis;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedisOutageTest {

    private static final Instant AT = Instant.parse("2026-01-05T14:30:00Z");

    private final RedisBus redis = new RedisBus();
    private final StreamBus bus = redis.bus;
    private final List<String> seen = new CopyOnWriteArrayList<>();

    @AfterEach
    void bringRedisBack() {
        if (!RealRedis.isRunning()) {
            RealRedis.start();
        }
        redis.close();
    }

    @Test
    void consumersGoOnWhenRedisIsBack() {
        try (var _ = bus.consume(
                        Topics.OPS_COMMAND,
                        ConsumerGroup.of("g"),
                        StreamHandler.each(m -> seen.add("group " + m.data().commandId())));
                var _ = bus.tail(
                        Topics.OPS_COMMAND,
                        TailFrom.OLDEST,
                        m -> seen.add("tail " + m.data().commandId()))) {
            halt("1");
            await().until(() -> seen.size() == 2);

            RealRedis.stop();
            RealRedis.start();
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                halt("2");
                return true;
            });

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(seen).contains("group 1", "tail 1", "group 2", "tail 2"));
        }
    }

    @Test
    void handsOverAgainWhatItCouldNotAcknowledge() {
        halt("1");
        try (var _ = bus.consume(Topics.OPS_COMMAND, ConsumerGroup.of("g"), StreamHandler.each(m -> {
            if (seen.isEmpty()) {
                RealRedis.stop();
                RealRedis.start();
            }
            seen.add(m.data().commandId());
        }))) {
            await().atMost(Duration.ofSeconds(20)).until(() -> seen.size() == 2);
            await().atMost(Duration.ofSeconds(20))
                    .until(() ->
                            bus.lag(Topics.OPS_COMMAND, ConsumerGroup.of("g")).unfinished() == 0);
        }

        assertThat(seen).containsExactly("1", "1");
    }

    @Test
    void publishingSaysThatRedisIsAwayAndNothingIsSentLater() {
        halt("0");
        RealRedis.stop();

        assertThatThrownBy(() -> halt("1"))
                .isInstanceOf(StreamUnavailableException.class)
                .hasMessageContaining("ops.command")
                .hasMessageContaining("check Redis");
        assertThat(redis.count(StreamBusMeter.PUBLISH_FAILED)).isEqualTo(1);
        RealRedis.start();
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            halt("2");
            return true;
        });
        try (var _ = bus.tail(
                Topics.OPS_COMMAND, TailFrom.OLDEST, m -> seen.add(m.data().commandId()))) {
            await().until(() -> seen.contains("2"));
        }
        assertThat(seen).doesNotContain("1");
    }

    @Test
    void sessionEventsWaitForRedisInOrder() {
        try (var reporter = new SessionReporter(bus, redis.redis, RedisOutageTest::status, Clock.systemUTC()).start();
                var _ = bus.tail(
                        Topics.SESSION_EVENT,
                        TailFrom.OLDEST,
                        m -> seen.add(m.data().state().name()))) {
            reporter.onSessionEvent(event(SessionState.CONNECTING));
            await().until(() -> seen.size() == 1);
            RealRedis.stop();
            reporter.onSessionEvent(event(SessionState.SYNCHRONISING));
            reporter.onSessionEvent(event(SessionState.READY));
            RealRedis.start();

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(seen).containsSubsequence("CONNECTING", "SYNCHRONISING", "READY"));
            // The key follows the stream.
            await().untilAsserted(() -> assertThat(
                            redis.redis.opsForValue().get(redis.prefix + SessionStatus.key(ClientId.of(1))))
                    .contains("\"state\":\"READY\""));
        }
    }

    @Test
    void alarmsArePublished() {
        Alarm alarm = Alarm.raised(
                AlarmKind.FARM_BROKEN, "usfarm", "ibkr-adapter", ClientId.of(1), null, "usfarm is broken", AT, AT);
        try (var reporter = new SessionReporter(bus, redis.redis, RedisOutageTest::status, Clock.systemUTC()).start();
                var _ = bus.tail(
                        Topics.OPS_ALARM,
                        TailFrom.OLDEST,
                        m -> seen.add(m.key() + " " + m.data().phase()))) {
            reporter.onAlarm(alarm);
            reporter.onAlarm(alarm.cleared("usfarm is back", AT));

            await().untilAsserted(() -> assertThat(seen)
                    .containsSubsequence(
                            "ibkr-adapter|FARM_BROKEN|usfarm RAISED", "ibkr-adapter|FARM_BROKEN|usfarm CLEARED"));
        }
    }

    @Test
    void theStateOfAClientIdIsItsHoldersAlone() {
        AtomicInteger asked = new AtomicInteger();
        String key = redis.prefix + SessionStatus.key(ClientId.of(1));
        Supplier<SessionStatus> waiting = () -> {
            asked.incrementAndGet();
            return status(SessionLease.Standing.OTHERS);
        };
        try (var _ = new SessionReporter(bus, redis.redis, waiting, Clock.systemUTC()).start()) {
            await().until(() -> asked.get() > 1);
            assertThat(redis.redis.hasKey(key)).isFalse();
        }
        try (var _ = new SessionReporter(
                        bus, redis.redis, () -> status(SessionLease.Standing.UNPROVEN), Clock.systemUTC())
                .start()) {
            await().untilAsserted(
                            () -> assertThat(redis.redis.opsForValue().get(key)).contains("UNPROVEN", "\"token\":17"));
        }
    }

    @Test
    void reporterThatWasNeverStartedCloses() {
        new SessionReporter(bus, redis.redis, RedisOutageTest::status, Clock.systemUTC()).close();
    }

    private void halt(String id) {
        bus.publish(Topics.OPS_COMMAND, "", new OpsCommand.Halt(id, "trader", "drill"));
    }

    private static SessionEvent event(SessionState state) {
        return new SessionEvent(ClientId.of(1), "ibkr-adapter", state, "127.0.0.1:4002", null, 0, null, "", AT);
    }

    private static SessionStatus status() {
        return new SessionStatus(
                ClientId.of(1),
                "ibkr-adapter",
                SessionState.READY,
                AT,
                "127.0.0.1:4002",
                200,
                1,
                "",
                0,
                null,
                null,
                0,
                AT);
    }

    private static SessionStatus status(SessionLease.Standing standing) {
        SessionStatus plain = status();
        SessionLease lease = new SessionLease("ibkr-adapter", "host-a", 4711, AT, 17, standing);
        return new SessionStatus(
                plain.clientId(),
                plain.component(),
                plain.state(),
                plain.since(),
                plain.gateway(),
                plain.serverVersion(),
                plain.connection(),
                plain.reason(),
                plain.attempt(),
                plain.nextAttemptAt(),
                plain.lastMessageAt(),
                plain.messagesPerSecond(),
                plain.at(),
                new SessionOutlook(
                        true,
                        GatewayRole.PRIMARY,
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        "",
                        null,
                        lease));
    }
}
