package com.quanticity.ibkr.console.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.console.MovableClock;
import com.quanticity.ibkr.console.RecordingAudit;
import com.quanticity.ibkr.console.alarm.ConsoleAlarms;
import com.quanticity.ibkr.model.audit.AuditEntry;
import com.quanticity.ibkr.model.audit.AuditEntry.Outcome;
import com.quanticity.ibkr.model.audit.AuditKind;
import com.quanticity.ibkr.model.audit.AuditReference;
import com.quanticity.ibkr.model.audit.AuditTimes;
import com.quanticity.ibkr.model.ops.Alarm;
import com.quanticity.ibkr.model.ops.AlarmKind;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.model.stream.Ulid;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.test.FreePort;
import com.quanticity.ibkr.test.FreshDatabase;
import com.quanticity.ibkr.test.RealPostgres;
import com.quanticity.ibkr.test.RealRedis;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The writer between a real stream and a real database, when one of them does not do its part. */
class AuditWriterTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BEHIND_AFTER = Duration.ofMinutes(1);
    private static final String STREAM = "audit-writer-test:audit.entry";
    private static final Instant AT = Instant.parse("2026-01-05T14:30:00Z");

    private final FreshDatabase database = RealPostgres.freshDatabase();
    private final DelegatingDataSource connections = new DelegatingDataSource(database.dataSource());
    private final LettuceConnectionFactory redisConnections =
            new LettuceConnectionFactory(RealRedis.host(), RealRedis.port());
    private final MovableClock clock = new MovableClock(Instant.now());
    private final Ulid ids = new Ulid(Clock.systemUTC());
    private final RecordingAudit own = new RecordingAudit();
    private StringRedisTemplate redis;
    private StreamBus bus;
    private AuditStore store;
    private AuditWriter writer;

    @BeforeEach
    void start() {
        Flyway.configure()
                .dataSource(database.dataSource())
                .schemas("console")
                .defaultSchema("console")
                .load()
                .migrate();
        redisConnections.afterPropertiesSet();
        redisConnections.start();
        redis = new StringRedisTemplate(redisConnections);
        redis.delete(List.of(STREAM, STREAM + ".dead"));
        bus = new StreamBus(redis, "audit-writer-test:", Clock.systemUTC(), new SimpleMeterRegistry());
        store = new AuditStore(new JdbcTemplate(connections), new JdbcTransactionManager(connections), clock);
        writer = started();
    }

    @AfterEach
    void stop() {
        writer.stop();
        redisConnections.destroy();
    }

    @Test
    void raisesAnAlarmWhileTheDatabaseTakesNothingAndClearsItWhenItHasCaughtUp() {
        ConsoleAlarms alarms = new ConsoleAlarms(bus, clock, new SimpleMeterRegistry());
        AuditLog console = new AuditLog(store, clock, new SimpleMeterRegistry());
        AuditWatch watch = new AuditWatch(bus, writer, console, alarms, BEHIND_AFTER, clock, new SimpleMeterRegistry());
        connections.setTargetDataSource(nowhere());
        bus.publish(Topics.AUDIT_ENTRY, "", entry("late", null));
        await().atMost(PATIENCE).until(() -> writer.waitingSince().isPresent());

        watch.look();
        assertThat(alarms.active()).isEmpty();
        clock.forward(BEHIND_AFTER.plusSeconds(1));
        watch.look();
        assertThat(alarms.active()).extracting(Alarm::kind).containsExactly(AlarmKind.AUDIT_BEHIND);

        connections.setTargetDataSource(database.dataSource());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(words()).containsExactly("late"));
        await().atMost(PATIENCE).untilAsserted(() -> {
            watch.look();
            assertThat(alarms.active()).isEmpty();
        });
    }

    @Test
    void recordsAGapWhenRedisTrimmedWhatItHadNotStored() {
        bus.publish(Topics.AUDIT_ENTRY, "", entry("before", null));
        await().atMost(PATIENCE).until(() -> words().size() == 1 && unacknowledged() == 0);
        writer.stop();
        for (String word : List.of("lost", "lost too", "after")) {
            bus.publish(Topics.AUDIT_ENTRY, "", entry(word, null));
        }
        redis.opsForStream().trim(STREAM, 1);

        writer = started();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(words()).containsExactly("before", "after"));
        // Twice when Redis had handed one of the lost entries to the read that the stop cut off.
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(own.lines()).containsOnly("ops-console RECORD_GAP UNCERTAIN"));
    }

    @Test
    void putsAnEntryAsideThatTheDatabaseRefusesAndRecordsTheOthers() {
        writer.stop();
        bus.publish(Topics.AUDIT_ENTRY, "", entry("one", null));
        bus.publish(Topics.AUDIT_ENTRY, "", entry("refused", Instant.parse("+299999-01-01T00:00:00Z")));
        bus.publish(Topics.AUDIT_ENTRY, "", entry("two", null));

        writer = started();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(words()).containsExactly("one", "two"));
        await().atMost(PATIENCE)
                .until(() -> Long.valueOf(1).equals(redis.opsForStream().size(STREAM + ".dead")));
        assertThat(own.lines()).contains("ops-console RECORD_GAP REFUSED");
        assertThat(store.check().broken()).isEmpty();
    }

    private long unacknowledged() {
        return Objects.requireNonNull(redis.opsForStream().pending(STREAM, AuditWriter.GROUP.group()))
                .getTotalPendingMessages();
    }

    private AuditWriter started() {
        AuditWriter fresh = new AuditWriter(bus, store, own, clock);
        fresh.start();
        return fresh;
    }

    private List<String> words() {
        return new JdbcTemplate(database.dataSource())
                .query("select what from console.audit_log order by sequence", (row, _) -> row.getString(1));
    }

    /** Nobody listens there. */
    private static DataSource nowhere() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://127.0.0.1:" + FreePort.find() + "/none");
        return source;
    }

    private AuditEntry entry(String what, @Nullable Instant exchange) {
        return AuditEntry.of(
                ids.next(),
                AuditKind.ORDER_RESPONSE,
                "ibkr-adapter",
                "momentum",
                what,
                Outcome.DONE,
                AuditReference.NONE,
                "",
                null,
                new AuditTimes(exchange, null, AT));
    }
}
