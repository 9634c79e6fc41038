package com.quanticity.ibkr.gateway.internal.redis;

import com.quanticity.ibkr.test.RealRedis;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The real Redis as the services see it, with a prefix of its own so that tests don't meet. */
final class TestRedis implements AutoCloseable {

    /** Since when this Redis remembers every holder. */
    static final String BORN = "ib:lease:born";

    final String prefix;
    final StringRedisTemplate redis;
    private final LettuceConnectionFactory connections;
    private final ClientResources resources;

    TestRedis() {
        this("test:" + UUID.randomUUID() + ":", RealRedis.port());
        remembersForLong();
    }

    /** As another process sees it that reaches Redis over a port of its own. */
    TestRedis seenThrough(RedisLink link) {
        return new TestRedis(prefix, link.port());
    }

    private TestRedis(String prefix, int port) {
        this.prefix = prefix;
        resources = ClientResources.builder()
                .reconnectDelay(Delay.constant(Duration.ofMillis(200)))
                .build();
        connections = new LettuceConnectionFactory(
                new RedisStandaloneConfiguration(RealRedis.host(), port),
                LettuceClientConfiguration.builder()
                        .clientResources(resources)
                        .clientOptions(ClientOptions.builder()
                                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                                .timeoutOptions(TimeoutOptions.enabled())
                                .build())
                        .commandTimeout(Duration.ofSeconds(3))
                        .build());
        connections.afterPropertiesSet();
        connections.start();
        redis = new StringRedisTemplate(connections);
    }

    /** No holder can have been forgotten: nobody waits. */
    private void remembersForLong() {
        redis.opsForValue().set(prefix + BORN, "first-start");
    }

    /** As after a restart without data. */
    void forgetEverything() {
        redis.delete(redis.keys(prefix + "*"));
    }

    Duration uptime() {
        return Duration.ofSeconds(Long.parseLong(server().getProperty("uptime_in_seconds")));
    }

    /** Which start of Redis this is. */
    String run() {
        return server().getProperty("run_id");
    }

    private Properties server() {
        return Objects.requireNonNull(redis.execute((RedisCallback<Properties>)
                connection -> connection.serverCommands().info("server")));
    }

    @Override
    public void close() {
        if (!RealRedis.isRunning()) {
            RealRedis.start();
        }
        connections.destroy();
        var _ = resources.shutdown();
    }
}
