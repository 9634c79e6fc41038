package com.quanticity.ibkr.gateway.internal.redis;

import com.quanticity.ibkr.gateway.pacing.MessageShare;
import com.quanticity.ibkr.gateway.pacing.MessageShares;
import com.quanticity.ibkr.model.session.ClientId;
import org.springframework.data.redis.core.StringRedisTemplate;

/** One message budget for each gateway, under {@code ib:pacing:{host:port}}. Thread-safe. */
public final class RedisMessageShares implements MessageShares {

    private final StringRedisTemplate redis;
    private final String prefix;

    /** @param prefix put before every key */
    public RedisMessageShares(StringRedisTemplate redis, String prefix) {
        this.redis = redis;
        this.prefix = prefix;
    }

    @Override
    public MessageShare open(String gateway, ClientId clientId, int messagesPerSecond) {
        ShareScript script = new ShareScript(redis, prefix + "ib:pacing:" + gateway, clientId, messagesPerSecond);
        return new RedisMessageShare(gateway, clientId, script).start();
    }
}
