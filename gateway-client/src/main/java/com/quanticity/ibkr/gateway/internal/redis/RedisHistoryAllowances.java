package com.quanticity.ibkr.gateway.internal.redis;

import com.quanticity.ibkr.gateway.pacing.HistoryAllowance;
import com.quanticity.ibkr.gateway.pacing.HistoryAllowances;
import com.quanticity.ibkr.gateway.pacing.HistoryLimits;
import com.quanticity.ibkr.model.session.ClientId;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Counts the queries for the past of each gateway under {@code ib:history:{host:port}}. Thread-safe. */
public final class RedisHistoryAllowances implements HistoryAllowances {

    private final StringRedisTemplate redis;
    private final String prefix;

    /** @param prefix put before every key */
    public RedisHistoryAllowances(StringRedisTemplate redis, String prefix) {
        this.redis = redis;
        this.prefix = prefix;
    }

    @Override
    public HistoryAllowance open(String gateway, ClientId clientId, HistoryLimits limits) {
        return new RedisHistoryAllowance(redis, prefix + "ib:history:" + gateway, clientId, limits);
    }
}
