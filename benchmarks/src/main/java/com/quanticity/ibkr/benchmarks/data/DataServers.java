package com.quanticity.ibkr.benchmarks.data;

import com.quanticity.ibkr.stream.StreamBus;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import redis.embedded.RedisServer;

/** Redis and PostgreSQL of a run, empty, on free ports; PostgreSQL confirms a commit only when it is on the disk. */
final class DataServers implements AutoCloseable {

    private final RedisServer redisServer;
    private final EmbeddedPostgres postgres;
    private final int redisPort;
    private final LettuceConnectionFactory connections;
    private final StringRedisTemplate redis;

    private DataServers(RedisServer redisServer, int redisPort, EmbeddedPostgres postgres) {
        this.redisServer = redisServer;
        this.redisPort = redisPort;
        this.postgres = postgres;
        this.connections = new LettuceConnectionFactory(new RedisStandaloneConfiguration("127.0.0.1", redisPort));
        connections.afterPropertiesSet();
        connections.start();
        this.redis = new StringRedisTemplate(connections);
        // Nobody can hold a client id here, so the session need not wait for one that Redis may have forgotten.
        redis.opsForValue().set("ib:lease:born", "first-start");
    }

    static DataServers start() throws IOException {
        int redisPort = freePort();
        RedisServer redisServer = RedisServer.newRedisServer()
                .port(redisPort)
                .setting("save \"\"")
                .setting("appendonly no")
                .build();
        redisServer.start();
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_wal_size", "4GB")
                .start();
        return new DataServers(redisServer, redisPort, postgres);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    StreamBus bus() {
        return new StreamBus(redis, "", Clock.systemUTC(), new SimpleMeterRegistry());
    }

    int redisPort() {
        return redisPort;
    }

    String jdbcUrl() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    Connection database() throws SQLException {
        return postgres.getPostgresDatabase().getConnection();
    }

    @Override
    public void close() throws IOException {
        connections.destroy();
        postgres.close();
        redisServer.stop();
    }
}
