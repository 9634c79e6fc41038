package com.quanticity.ibkr.adapter;

import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.test.FreshDatabase;
import com.quanticity.ibkr.test.RealPostgres;
import com.quanticity.ibkr.test.RealRedis;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.lettuce.core.ClientOptions;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A real Redis under a prefix of its own and a migrated PostgreSQL database, for tests without a Spring context. */
public final class TestServers implements AutoCloseable {

    private static final AtomicInteger PREFIXES = new AtomicInteger();

    /** Of a connection and a command: a busy build machine needs seconds, an outage in a test must not take long. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final FreshDatabase fresh = RealPostgres.freshDatabase();
    public final HikariDataSource dataSource = dataSource(fresh);
    public final JdbcTemplate database = new JdbcTemplate(dataSource);
    public final TransactionTemplate transaction =
            new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    public final StringRedisTemplate redis;
    public final StreamBus bus;
    private final LettuceConnectionFactory connections;

    public TestServers(Clock clock) {
        Flyway.configure()
                .dataSource(fresh.jdbcUrl(), fresh.username(), fresh.password())
                .schemas("adapter")
                .load()
                .migrate();
        LettuceClientConfiguration client = LettuceClientConfiguration.builder()
                .commandTimeout(PATIENCE)
                .clientOptions(ClientOptions.builder()
                        .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                        .build())
                .build();
        connections = new LettuceConnectionFactory(
                new RedisStandaloneConfiguration(RealRedis.host(), RealRedis.port()), client);
        connections.afterPropertiesSet();
        connections.start();
        redis = new StringRedisTemplate(connections);
        bus = new StreamBus(redis, "test" + PREFIXES.incrementAndGet() + ":", clock, meters);
    }

    public long count(String table) {
        Long count = database.queryForObject("select count(*) from adapter." + table, Long.class);
        return count == null ? 0 : count;
    }

    @Override
    public void close() {
        RealRedis.start();
        RealPostgres.start();
        connections.destroy();
        dataSource.close();
        fresh.drop();
    }

    private static HikariDataSource dataSource(FreshDatabase fresh) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(fresh.jdbcUrl());
        config.setUsername(fresh.username());
        config.setPassword(fresh.password());
        config.setMaximumPoolSize(4);
        config.setConnectionTimeout(PATIENCE.toMillis());
        return new HikariDataSource(config);
    }
}
