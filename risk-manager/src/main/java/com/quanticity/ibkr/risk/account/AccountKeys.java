package com.quanticity.ibkr.risk.account;

import com.quanticity.ibkr.model.stream.ModelJson;
import com.quanticity.ibkr.model.stream.RedisKeys;
import com.quanticity.ibkr.stream.view.HashView;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * The Redis keys of account and positions. They live {@link RedisKeys#ACCOUNT_TIME_TO_LIVE} and are renewed only while their content
 * is known, so an absent key means unknown. Each is replaced as a whole: a reader sees the old or the new view, never half of one.
 */
final class AccountKeys {

    private final HashView summary;
    private final HashView positions;

    AccountKeys(StringRedisTemplate redis, String prefix) {
        this.summary = new HashView(redis, prefix + RedisKeys.ACCOUNT_SUMMARY, null, RedisKeys.ACCOUNT_TIME_TO_LIVE);
        this.positions = new HashView(
                redis,
                prefix + RedisKeys.POSITIONS,
                prefix + RedisKeys.POSITIONS_AS_OF,
                RedisKeys.ACCOUNT_TIME_TO_LIVE);
    }

    /** Does nothing when the view is not complete. */
    void write(SummaryBook.View view) {
        if (view.completeAt() == null) {
            return;
        }
        Map<String, String> fields = new LinkedHashMap<>();
        view.values().forEach((key, value) -> fields.put(key.text(), ModelJson.write(value)));
        summary.replace(fields, view.completeAt());
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
        positions.replace(fields, now);
    }
}
