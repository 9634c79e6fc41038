package com.quanticity.ibkr.stream;

import com.quanticity.ibkr.test.RealRedis;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.resource.ClientResources;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.UUID;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** A bus on the real Redis, with a prefix of its own so that tests don't meet. */
final class RedisBus implements AutoCloseable {

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final String prefix = "test:" + UUID.randomUUID() + ":";
    final StringRedisTemplate redis;
    final StreamBus bus;
    private final LettuceConnectionFactory connections;
    private final ClientResources resources;

    RedisBus() {
        ClientResources.Builder builder = ClientResources.builder();
        RedisClientRules.apply(builder);
        resources = builder.build();
        ClientOptions.Builder options = ClientOptions.builder();
        RedisClientRules.apply(options);
        connections = new LettuceConnectionFactory(
                new RedisStandaloneConfiguration(RealRedis.host(), RealRedis.port()),
                LettuceClientConfiguration.builder()
                        .clientResources(resources)
                        .clientOptions(options.build())
                        .commandTimeout(RedisClientRules.COMMAND_TIMEOUT)
                        .build());
        connections.afterPropertiesSet();
        connections.start();
        redis = new StringRedisTemplate(connections);
        bus = new StreamBus(redis, prefix, Clock.systemUTC(), meters);
    }

    double count(StreamBusMeter meter) {
        return meters.find(meter.meterName()).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    @Override
    public void close() {
        connections.destroy();
        var _ = resources.shutdown();
    }
}
