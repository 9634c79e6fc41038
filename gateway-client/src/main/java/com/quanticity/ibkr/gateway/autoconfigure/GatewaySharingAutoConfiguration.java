package com.quanticity.ibkr.gateway.autoconfigure;

import com.quanticity.ibkr.gateway.internal.redis.RedisClientIdLeases;
import com.quanticity.ibkr.gateway.internal.redis.RedisHistoryAllowances;
import com.quanticity.ibkr.gateway.internal.redis.RedisMessageShares;
import com.quanticity.ibkr.gateway.session.SessionSharing;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * Shares client ids and budgets through the service's Redis, under the prefix of its streams ({@code ibkr.streams.prefix}): two
 * platforms on one Redis have different prefixes and different gateways.
 */
@AutoConfiguration(
        before = GatewayAutoConfiguration.class,
        afterName = "org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration")
@ConditionalOnClass(StringRedisTemplate.class)
@ConditionalOnProperty(name = "ibkr.gateway.enabled", matchIfMissing = true)
@EnableConfigurationProperties(GatewayProperties.class)
public class GatewaySharingAutoConfiguration {

    @Bean
    @ConditionalOnBean(StringRedisTemplate.class)
    @ConditionalOnMissingBean
    @ConditionalOnProperty(name = "ibkr.gateway.lease.mode", havingValue = "required", matchIfMissing = true)
    SessionSharing sessionSharing(
            StringRedisTemplate redis,
            GatewayProperties properties,
            ObjectProvider<Clock> clock,
            Environment environment) {
        String prefix = environment.getProperty("ibkr.streams.prefix", "");
        return new SessionSharing(
                new RedisClientIdLeases(
                        redis, prefix, properties.lease().timeToLive(), clock.getIfAvailable(Clock::systemUTC)),
                new RedisMessageShares(redis, prefix),
                new RedisHistoryAllowances(redis, prefix),
                properties.pacing().history().limits(),
                properties.manualOrders());
    }
}
