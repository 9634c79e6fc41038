package com.quanticity.ibkr.execution.outbox;

import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.model.stream.Topic;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message in the outbox.
 *
 * @param sequence place in the order of publication
 * @param attemptedAt when its publication was first begun, null while it is certain that it never was
 * @param expiresAt after this it may not be published any more, null when it never expires
 */
record OutboxRow(
        long sequence,
        String messageId,
        String key,
        String type,
        int version,
        String data,
        Instant createdAt,
        @Nullable Instant attemptedAt,
        @Nullable Instant expiresAt) {

    /** @throws com.quanticity.ibkr.model.stream.MalformedMessageException when this version cannot read it */
    <T> Envelope<T> envelope(Topic<T> topic) {
        return topic.decode(Map.of(
                "type",
                type,
                "v",
                Integer.toString(version),
                "id",
                messageId,
                "at",
                createdAt.toString(),
                "key",
                key,
                "data",
                data));
    }
}
