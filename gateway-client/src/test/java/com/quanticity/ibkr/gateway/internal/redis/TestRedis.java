package com.quanticity.ibkr.gateway.internal.redis;

import com.quanticity.ibkr.test.RealRedis;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.UUID;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The real Redis as the services see it, with a prefix of its own so that tests don't meet. */
final class TestRedis implements AutoCloseable {

    final String prefix = "test:" + UUID.randomUUID() + ":";
    final StringRedisTemplate redis;
    private final LettuceConnectionFactory connections;
    private final ClientResources resources;

    TestRedis() {
        resources = ClientResources.builder()
                .reconnectDelay(Delay.constant(Duration.ofMillis(200)))
                .build();
        connections = new LettuceConnectionFactory(
                new RedisStandaloneConfiguration(RealRedis.host(), RealRedis.port()),
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

    @Override
    public void close() {
        if (!RealRedis.isRunning()) {
            RealRedis.start();
        }
        connections.destroy();
        var _ = resources.shutdown();
    }
}
