package com.quanticity.ibkr.risk.account;

import com.quanticity.ibkr.model.stream.ModelJson;
import com.quanticity.ibkr.model.stream.RedisKeys;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * The Redis keys of account and positions. They live {@link RedisKeys#ACCOUNT_TIME_TO_LIVE} and are renewed only while their content
 * is known, so an absent key means unknown. Each is replaced as a whole: a reader sees the old or the new view, never half of one.
 */
final class AccountKeys {

    private final StringRedisTemplate redis;
    private final String prefix;

    AccountKeys(StringRedisTemplate redis, String prefix) {
        this.redis = redis;
        this.prefix = prefix;
    }

    /** Does nothing when the view is not complete. */
    void write(SummaryBook.View view) {
        if (view.completeAt() == null) {
            return;
        }
        Map<String, String> fields = new LinkedHashMap<>();
        view.all().forEach(value -> fields.put(value.account() + "|" + value.tag(), ModelJson.write(value)));
        replace(RedisKeys.ACCOUNT_SUMMARY, fields);
    }

    /**
     * Does nothing when the positions are not known.
     *
     * @param now written under {@link RedisKeys#POSITIONS_AS_OF}, which exists even when there is no position
     */
    void write(PositionBook.View view, Instant now) {
        if (!view.isKnown()) {
            return;
        }
        Map<String, String> fields = new LinkedHashMap<>();
        view.open()
                .forEach(position ->
                        fields.put(position.account() + "|" + position.contractId(), ModelJson.write(position)));
        replace(RedisKeys.POSITIONS, fields);
        redis.opsForValue().set(prefix + RedisKeys.POSITIONS_AS_OF, now.toString(), RedisKeys.ACCOUNT_TIME_TO_LIVE);
    }

    private void replace(String name, Map<String, String> fields) {
        byte[] key = bytes(prefix + name);
        redis.execute((RedisCallback<Boolean>) connection -> replace(connection, key, fields));
    }

    private static Boolean replace(RedisConnection connection, byte[] key, Map<String, String> fields) {
        connection.multi();
        connection.keyCommands().del(key);
        fields.forEach((field, value) -> connection.hashCommands().hSet(key, bytes(field), bytes(value)));
        if (!fields.isEmpty()) {
            connection.keyCommands().expire(key, RedisKeys.ACCOUNT_TIME_TO_LIVE.toSeconds());
        }
        connection.exec();
        return true;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
