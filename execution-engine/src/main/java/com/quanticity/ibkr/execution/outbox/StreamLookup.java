package com.quanticity.ibkr.execution.outbox;

import com.quanticity.ibkr.model.stream.StreamName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.data.domain.Range;
import org.springframework.data.domain.Range.Bound;
import org.springframework.data.redis.connection.Limit;
import org.springframework.data.redis.connection.stream.MapRecord;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Finds out whether a publication that was not confirmed has arrived after all. */
final class StreamLookup {

    private static final int PAGE = 500;

    /** Entry ids carry the time of Redis, which may differ from ours. */
    private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);

    private final StringRedisTemplate redis;
    private final String prefix;

    StreamLookup(StringRedisTemplate redis, String prefix) {
        this.redis = redis;
        this.prefix = prefix;
    }

    /** Reads every entry since the attempt; throws what Redis throws when it is away. */
    boolean holds(StreamName stream, String messageId, Instant attemptedAt) {
        Bound<String> from = Bound.inclusive(attemptedAt.minus(CLOCK_DIFFERENCE).toEpochMilli() + "-0");
        while (true) {
            List<MapRecord<String, String, String>> page = redis.<String, String>opsForStream()
                    .range(
                            prefix + stream.text(),
                            Range.of(from, Bound.unbounded()),
                            Limit.limit().count(PAGE));
            if (page == null || page.isEmpty()) {
                return false;
            }
            if (page.stream()
                    .anyMatch(entry -> messageId.equals(entry.getValue().get("id")))) {
                return true;
            }
            from = Bound.exclusive(page.getLast().getId().getValue());
        }
    }
}
