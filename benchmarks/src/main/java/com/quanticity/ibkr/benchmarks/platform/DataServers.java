package com.quanticity.ibkr.benchmarks.platform;

import com.quanticity.ibkr.stream.StreamBus;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import redis.embedded.RedisServer;

/** Redis and PostgreSQL of a run, empty, on free ports; PostgreSQL confirms a commit only when it is on the disk. */
public final class DataServers implements AutoCloseable {

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

    public static DataServers start() throws IOException {
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

    /** @param waits false: from now on PostgreSQL confirms a commit before it is on the disk, to see what the disk costs */
    public void commitWaitsForDisk(boolean waits) throws SQLException {
        try (Connection connection = database();
                Statement statement = connection.createStatement()) {
            statement.execute("alter system set synchronous_commit = " + (waits ? "on" : "off"));
            statement.execute("select pg_reload_conf()");
        }
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public StreamBus bus() {
        return new StreamBus(redis, "", Clock.systemUTC(), new SimpleMeterRegistry());
    }

    public StringRedisTemplate redis() {
        return redis;
    }

    public int redisPort() {
        return redisPort;
    }

    public String jdbcUrl() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    public Connection database() throws SQLException {
        return postgres.getPostgresDatabase().getConnection();
    }

    @Override
    public void close() throws IOException {
        connections.destroy();
        postgres.close();
        redisServer.stop();
    }
}
