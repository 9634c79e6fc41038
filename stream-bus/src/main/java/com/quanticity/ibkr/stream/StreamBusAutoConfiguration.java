package com.quanticity.ibkr.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.redis.autoconfigure.ClientResourcesBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientConfigurationBuilderCustomizer;
import org.springframework.boot.data.redis.autoconfigure.LettuceClientOptionsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Gives every service its {@link StreamBus}. */
@AutoConfiguration(after = DataRedisAutoConfiguration.class)
@EnableConfigurationProperties(StreamBusProperties.class)
public class StreamBusAutoConfiguration {

    @Bean
    LettuceClientOptionsBuilderCustomizer redisRejectsWhileAway() {
        return RedisClientRules::apply;
    }

    @Bean
    ClientResourcesBuilderCustomizer redisReconnectsSoon() {
        return RedisClientRules::apply;
    }

    @Bean
    LettuceClientConfigurationBuilderCustomizer redisCommandTimeout() {
        return builder -> builder.commandTimeout(RedisClientRules.COMMAND_TIMEOUT);
    }

    @Bean
    @ConditionalOnMissingBean
    StreamBus streamBus(
            StringRedisTemplate redis,
            StreamBusProperties properties,
            ObjectProvider<Clock> clock,
            ObjectProvider<MeterRegistry> meters) {
        return new StreamBus(
                redis,
                properties.prefix(),
                clock.getIfAvailable(Clock::systemUTC),
                meters.getIfAvailable(SimpleMeterRegistry::new));
    }
}
