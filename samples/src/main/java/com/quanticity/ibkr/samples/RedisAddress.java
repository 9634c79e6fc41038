package com.quanticity.ibkr.samples;

import com.quanticity.ibkr.stream.StreamBus;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisURI;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration.LettuceClientConfigurationBuilder;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** A bus on the Redis of an address, for programs without Spring; in a Spring Boot service the starter gives one. */
public final class RedisAddress implements AutoCloseable {

    private final LettuceConnectionFactory connections;
    private final StringRedisTemplate redis;

    private RedisAddress(LettuceConnectionFactory connections) {
        this.connections = connections;
        this.redis = new StringRedisTemplate(connections);
    }

    /** @param text {@code redis://[user:password@]host:port[/database]}, {@code rediss://} for TLS */
    public static RedisAddress of(String text) {
        RedisURI uri = RedisURI.create(text);
        LettuceClientConfigurationBuilder client = LettuceClientConfiguration.builder()
                .clientOptions(ClientOptions.builder()
                        .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                        .build());
        if (uri.isSsl()) {
            client.useSsl();
        }
        LettuceConnectionFactory connections =
                new LettuceConnectionFactory(LettuceConnectionFactory.createRedisConfiguration(uri), client.build());
        connections.afterPropertiesSet();
        connections.start();
        return new RedisAddress(connections);
    }

    /** @param prefix put before every stream name, empty for the live streams */
    public StreamBus bus(String prefix) {
        return new StreamBus(redis, prefix, Clock.systemUTC(), new SimpleMeterRegistry());
    }

    public StringRedisTemplate redis() {
        return redis;
    }

    @Override
    public void close() {
        connections.destroy();
    }
}
