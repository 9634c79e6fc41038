package com.quanticity.ibkr.stream;

import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.model.stream.MalformedMessageException;
import com.quanticity.ibkr.model.stream.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.Limit;
import org.springframework.data.redis.connection.stream.MapRecord;
import org.springframework.data.redis.connection.stream.ReadOffset;
import org.springframework.data.redis.connection.stream.StreamOffset;
import org.springframework.data.redis.connection.stream.StreamReadOptions;
import org.springframework.data.redis.core.StreamOperations;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Reads a stream from a place on, without a group. */
final class TailReader<T> extends SubscriptionThread {

    private static final Logger LOG = LoggerFactory.getLogger(TailReader.class);
    private static final StreamReadOptions READ =
            StreamReadOptions.empty().count(500).block(Duration.ofSeconds(1));

    private final StreamOperations<String, String, String> streams;
    private final String key;
    private final Topic<T> topic;
    private final TailFrom from;
    private final Consumer<Envelope<T>> handler;
    private final MeterRegistry meters;
    private @Nullable String after;

    TailReader(
            StringRedisTemplate redis,
            String prefix,
            Topic<T> topic,
            TailFrom from,
            Consumer<Envelope<T>> handler,
            MeterRegistry meters) {
        super("tail-" + prefix + topic.name(), redis);
        this.streams = redis.opsForStream();
        this.key = prefix + topic.name().text();
        this.topic = topic;
        this.from = from;
        this.handler = handler;
        this.meters = meters;
    }

    @Override
    @SuppressWarnings("unchecked") // the driver takes stream offsets as generic varargs
    void step() {
        if (after == null) {
            after = startingPoint();
        }
        List<MapRecord<String, String, String>> entries =
                streams.read(READ, StreamOffset.create(key, ReadOffset.from(after)));
        if (entries != null) {
            entries.forEach(this::deliver);
        }
    }

    private String startingPoint() {
        if (from == TailFrom.OLDEST) {
            return "0-0";
        }
        List<MapRecord<String, String, String>> last =
                streams.reverseRange(key, Range.unbounded(), Limit.limit().count(1));
        if (last == null || last.isEmpty()) {
            return "0-0";
        }
        MapRecord<String, String, String> entry = last.getFirst();
        if (from == TailFrom.LAST) {
            deliver(entry);
        }
        return entry.getId().getValue();
    }

    private void deliver(MapRecord<String, String, String> entry) {
        try {
            handler.accept(topic.decode(entry.getValue()));
            meters.counter(
                            StreamBusMeter.CONSUMED.meterName(),
                            "stream",
                            topic.name().text(),
                            "group",
                            "tail")
                    .increment();
        } catch (MalformedMessageException e) {
            failed(entry, e);
        } catch (RuntimeException e) {
            failed(entry, e);
        }
        after = entry.getId().getValue();
    }

    private void failed(MapRecord<String, String, String> entry, RuntimeException failure) {
        meters.counter(StreamBusMeter.FAILED.meterName(), "stream", topic.name().text(), "group", "tail")
                .increment();
        LOG.warn("entry skipped stream={} entry={}", key, entry.getId().getValue(), failure);
    }
}
