package com.quanticity.ibkr.risk;

import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.model.stream.Topic;
import com.quanticity.ibkr.model.stream.Ulid;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.test.FreshDatabase;
import com.quanticity.ibkr.test.RealPostgres;
import com.quanticity.ibkr.test.RealRedis;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** This service's schema, empty, and streams under a prefix of their own, on the real servers. One at a time: the database is shared. */
public final class RealStores implements AutoCloseable {

    /** Of a connection and a command: a busy build machine needs seconds, an outage in a test must not take long. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final class Shared {
        static final FreshDatabase DATABASE = RealPostgres.freshDatabase();
    }

    private final FreshDatabase database = Shared.DATABASE;
    private final String prefix = new Ulid(Clock.systemUTC()).next() + ":";
    private final HikariDataSource pool = pool(database);
    private final LettuceConnectionFactory connections = connections();
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final StringRedisTemplate redis = new StringRedisTemplate(connections);
    private final StreamBus bus = new StreamBus(redis, prefix, Clock.systemUTC(), meters);

    public RealStores() {
        Flyway flyway = Flyway.configure()
                .dataSource(database.jdbcUrl(), database.username(), database.password())
                .schemas("risk")
                .defaultSchema("risk")
                .createSchemas(true)
                .cleanDisabled(false)
                .load();
        flyway.clean();
        flyway.migrate();
    }

    public StreamBus bus() {
        return bus;
    }

    public FreshDatabase database() {
        return database;
    }

    public StringRedisTemplate redis() {
        return redis;
    }

    public MeterRegistry meters() {
        return meters;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(pool);
    }

    public JdbcTemplate template() {
        return new JdbcTemplate(pool);
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    /** Rows of a query, columns by name. */
    public List<Map<String, @Nullable Object>> rows(String sql) {
        return jdbc().sql(sql).query().listOfRows();
    }

    /** Everything published on a topic, oldest first. */
    public <T> List<T> published(Topic<T> topic) {
        return redis.<String, String>opsForStream().range(prefix + topic.name().text(), Range.unbounded()).stream()
                .map(entry -> topic.decode(entry.getValue()))
                .map(Envelope::data)
                .toList();
    }

    /** A Redis hash, empty when there is none. */
    public Map<String, String> hash(String name) {
        return redis.<String, String>opsForHash().entries(prefix + name);
    }

    @Override
    public void close() {
        connections.destroy();
        pool.close();
    }

    private static HikariDataSource pool(FreshDatabase database) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.jdbcUrl());
        config.setUsername(database.username());
        config.setPassword(database.password());
        config.setSchema("risk");
        config.setMaximumPoolSize(3);
        config.setConnectionTimeout(PATIENCE.toMillis());
        return new HikariDataSource(config);
    }

    private static LettuceConnectionFactory connections() {
        LettuceConnectionFactory factory = new LettuceConnectionFactory(
                new RedisStandaloneConfiguration(RealRedis.host(), RealRedis.port()),
                LettuceClientConfiguration.builder()
                        .commandTimeout(PATIENCE)
                        .clientOptions(ClientOptions.builder()
                                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                                .build())
                        .build());
        factory.afterPropertiesSet();
        factory.start();
        return factory;
    }
}
