package com.quanticity.ibkr.stream;

import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.model.stream.Topic;
import com.quanticity.ibkr.model.stream.Ulid;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.dao.DataAccessException;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.connection.Limit;
import org.springframework.data.redis.connection.RedisStreamCommands.TrimOptions;
import org.springframework.data.redis.connection.RedisStreamCommands.XAddOptions;
import org.springframework.data.redis.connection.stream.MapRecord;
import org.springframework.data.redis.connection.stream.StreamRecords;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * The front door of this module: publishes and consumes the topics of the platform.
 *
 * <p>Every stream is bounded: publishing trims it to about the length its {@code StreamName} states. Thread-safe.
 */
public final class StreamBus {

    private final StringRedisTemplate redis;
    private final String prefix;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Ulid ids;
    private final StreamMemory memory;

    /** @param prefix put before every stream name, empty for the live streams */
    public StreamBus(StringRedisTemplate redis, String prefix, Clock clock, MeterRegistry meters) {
        this.redis = redis;
        this.prefix = prefix;
        this.clock = clock;
        this.meters = meters;
        this.ids = new Ulid(clock);
        this.memory = new StreamMemory(redis, meters);
    }

    /** The same bus on streams whose names start with {@code prefix}, for example {@code replay:7:}. */
    public StreamBus withPrefix(String prefix) {
        return new StreamBus(redis, prefix, clock, meters);
    }

    /** The prefix of this bus's streams, empty for the live ones. */
    public String prefix() {
        return prefix;
    }

    /**
     * Appends one message and waits until Redis has taken it.
     *
     * @param key messages of one key stay in order; may be empty
     * @return the message as published
     * @throws StreamUnavailableException when Redis did not confirm; whether the message arrived is not known
     */
    public <T> Envelope<T> publish(Topic<T> topic, String key, T data) {
        Envelope<T> envelope = topic.envelope(ids.next(), clock.instant(), key, data);
        publish(topic, envelope);
        return envelope;
    }

    /** Appends a message that has its id already: for an outbox that publishes the same message again after a crash. */
    public <T> void publish(Topic<T> topic, Envelope<T> envelope) {
        try {
            String key = prefix + topic.name().text();
            append(key, topic.encode(envelope), topic.name().maximumLength());
            count(StreamBusMeter.PUBLISHED, topic);
            if (topic.name().isBoundInBytes()) {
                memory.published(key, topic.name());
            }
        } catch (DataAccessException e) {
            count(StreamBusMeter.PUBLISH_FAILED, topic);
            throw new StreamUnavailableException(topic.name(), e);
        }
    }

    /** The last message of a stream, empty when it has none. */
    public <T> Optional<Envelope<T>> last(Topic<T> topic) {
        return newest(topic, 1).stream().findFirst();
    }

    /** The last messages of a stream, newest first; a view that is looked at now and then needs no subscription. */
    public <T> List<Envelope<T>> newest(Topic<T> topic, int count) {
        try {
            var entries = redis.<String, String>opsForStream()
                    .reverseRange(
                            prefix + topic.name().text(),
                            Range.unbounded(),
                            Limit.limit().count(count));
            return entries == null
                    ? List.of()
                    : entries.stream()
                            .map(entry -> topic.decode(entry.getValue()))
                            .toList();
        } catch (DataAccessException e) {
            throw new StreamUnavailableException(topic.name(), e);
        }
    }

    /**
     * Hands over the messages published in an interval that Redis still holds, oldest first, a page at a time.
     *
     * @param to exclusive
     * @return entries that are no message of the topic and were passed over
     * @throws StreamUnavailableException when Redis does not answer
     */
    public <T> long read(Topic<T> topic, Instant from, Instant to, Consumer<Envelope<T>> each) {
        try {
            return new StreamPages<>(redis.opsForStream(), prefix + topic.name().text(), topic).read(from, to, each);
        } catch (DataAccessException e) {
            throw new StreamUnavailableException(topic.name(), e);
        }
    }

    /**
     * How far a group is behind.
     *
     * @throws StreamUnavailableException when Redis does not answer
     */
    public GroupLag lag(Topic<?> topic, ConsumerGroup group) {
        try {
            return new GroupLagReader(redis.opsForStream())
                    .read(prefix + topic.name().text(), group.group());
        } catch (DataAccessException e) {
            throw new StreamUnavailableException(topic.name(), e);
        }
    }

    /**
     * Starts a consumer of a group: at least once, in order, acknowledged after the handler returned.
     *
     * <p>Redis may be away at the start and at any time later: the consumer goes on when it is back.
     */
    public <T> StreamSubscription consume(Topic<T> topic, ConsumerGroup group, StreamHandler<T> handler) {
        GroupConsumer<T> consumer = new GroupConsumer<>(redis, prefix, topic, group, handler, clock, meters);
        consumer.start();
        return consumer;
    }

    /**
     * Starts a reader of its own: sees every entry from the given place on, acknowledges nothing. For views that are rebuilt at a start.
     * An exception of the handler is logged and the entry skipped.
     */
    public <T> StreamSubscription tail(Topic<T> topic, TailFrom from, Consumer<Envelope<T>> handler) {
        TailReader<T> reader = new TailReader<>(redis, prefix, topic, from, handler, meters);
        reader.start();
        return reader;
    }

    private void append(String stream, Map<String, String> fields, long maximumLength) {
        MapRecord<String, String, String> record =
                StreamRecords.newRecord().in(stream).ofMap(fields);
        redis.<String, String>opsForStream()
                .add(record, XAddOptions.trim(TrimOptions.maxLen(maximumLength).approximate()));
    }

    private void count(StreamBusMeter meter, Topic<?> topic) {
        meters.counter(meter.meterName(), "stream", topic.name().text()).increment();
    }
}
