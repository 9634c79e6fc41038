package com.quanticity.ibkr.stream;

import com.quanticity.ibkr.model.stream.StreamName;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * Keeps streams within their bound in bytes: every few seconds the publisher asks Redis how much a stream takes and trims its oldest
 * entries when that is too much. Costs one call in five seconds. Thread-safe.
 */
final class StreamMemory {

    private static final Logger LOG = LoggerFactory.getLogger(StreamMemory.class);
    private static final long LOOK_NANOS = 5_000_000_000L;

    /** KEYS[1] stream, ARGV[1] bound in bytes; answers the bytes used before and the entries trimmed. A tenth is freed in reserve. */
    private static final RedisScript<List> BOUND = RedisScript.of("""
            local used = redis.call('MEMORY', 'USAGE', KEYS[1]) or 0
            local bound = tonumber(ARGV[1])
            if used <= bound then return {used, 0} end
            local keep = math.floor(redis.call('XLEN', KEYS[1]) * 0.9 * bound / used)
            return {used, redis.call('XTRIM', KEYS[1], 'MAXLEN', '~', keep)}
            """, List.class);

    private final StringRedisTemplate redis;
    private final MeterRegistry meters;
    private final Map<String, Look> looks = new ConcurrentHashMap<>();

    StreamMemory(StringRedisTemplate redis, MeterRegistry meters) {
        this.redis = redis;
        this.meters = meters;
    }

    /** When a stream was looked at last, and what it took then. */
    private record Look(AtomicLong dueNanos, AtomicLong bytes) {}

    /** Called after a publication; does nothing most of the time. */
    void published(String key, StreamName stream) {
        Look look = looks.computeIfAbsent(key, _ -> newLook(stream));
        long due = look.dueNanos.get();
        long now = System.nanoTime();
        if (now - due >= 0 && look.dueNanos.compareAndSet(due, now + LOOK_NANOS)) {
            try {
                look.bytes.set(bound(key, stream, stream.maximumBytes()));
            } catch (DataAccessException e) {
                // The publication itself was confirmed; the bound is looked at again in five seconds.
                LOG.debug("stream not bound in memory stream={}", key, e);
            }
        }
    }

    private Look newLook(StreamName stream) {
        Look look = new Look(new AtomicLong(System.nanoTime()), new AtomicLong());
        meters.gauge(
                StreamBusMeter.BYTES.meterName(),
                Tags.of("stream", stream.text()),
                look.bytes,
                AtomicLong::doubleValue);
        return look;
    }

    /** Trims a stream to so many bytes and returns how many it took before. */
    long bound(String key, StreamName stream, long bytes) {
        List<?> answer = redis.execute(BOUND, List.of(key), Long.toString(bytes));
        long used = ((Number) answer.getFirst()).longValue();
        long trimmed = ((Number) answer.getLast()).longValue();
        if (trimmed > 0) {
            meters.counter(StreamBusMeter.TRIMMED.meterName(), "stream", stream.text())
                    .increment(trimmed);
            LOG.info("stream trimmed to its memory stream={} bytes={} bound={} entries={}", key, used, bytes, trimmed);
        }
        return used;
    }
}
