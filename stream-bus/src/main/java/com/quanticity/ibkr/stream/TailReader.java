package com.quanticity.ibkr.stream;

import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.model.stream.MalformedMessageException;
import com.quanticity.ibkr.model.stream.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
    private static final String START = "0-0";
    private static final int PAGE = 500;
    private static final StreamReadOptions READ =
            StreamReadOptions.empty().count(PAGE).block(Duration.ofSeconds(1));

    private final StreamOperations<String, String, String> streams;
    private final String key;
    private final Topic<T> topic;
    private final TailFrom from;
    private final Consumer<Envelope<T>> handler;
    private final MeterRegistry meters;
    private final GroupLagReader places;
    private volatile @Nullable String after;
    private boolean isPlaceChecked;

    TailReader(
            StringRedisTemplate redis,
            String prefix,
            Topic<T> topic,
            TailFrom from,
            Consumer<Envelope<T>> handler,
            MeterRegistry meters) {
        super("tail-" + prefix + topic.name(), redis);
        this.streams = redis.opsForStream();
        this.places = new GroupLagReader(streams);
        this.key = prefix + topic.name().text();
        this.topic = topic;
        this.from = from;
        this.handler = handler;
        this.meters = meters;
    }

    @Override
    @SuppressWarnings("unchecked") // the driver takes stream offsets as generic varargs
    void step() {
        String place = after;
        if (place == null) {
            place = startingPoint();
            after = place;
        }
        StreamOffset<String> next = StreamOffset.create(key, ReadOffset.from(place));
        List<MapRecord<String, String, String>> entries = waiting(() -> streams.read(READ, next));
        if (entries != null && !entries.isEmpty()) {
            lookForTrimmed(place, entries.size());
            entries.forEach(this::deliver);
        }
    }

    @Override
    public Optional<String> position() {
        return Optional.ofNullable(after).filter(place -> !place.equals(START));
    }

    /** A reader that keeps up finds the entry it saw last still there. Looked at when it begins at one, and when it is behind. */
    private void lookForTrimmed(String place, int read) {
        boolean isBehind = read == PAGE;
        boolean isAsked = from instanceof TailFrom.After && !isPlaceChecked;
        isPlaceChecked = true;
        if (place.equals(START) || !(isBehind || isAsked)) {
            return;
        }
        String oldest = places.oldestId(key);
        if (!oldest.isEmpty() && EntryId.of(oldest).compareTo(EntryId.of(place)) > 0) {
            meters.counter(
                            StreamBusMeter.TRIMMED_UNREAD.meterName(),
                            "stream",
                            topic.name().text(),
                            "group",
                            "tail")
                    .increment();
            LOG.warn(
                    "entries may have been trimmed before they were read stream={} after={} before={}",
                    key,
                    place,
                    oldest);
        }
    }

    private String startingPoint() {
        return switch (from) {
            case TailFrom.Oldest() -> START;
            case TailFrom.After(String entryId) -> entryId;
            case TailFrom.Since(Instant at) -> EntryId.before(at);
            case TailFrom.Last() -> newest(true);
            case TailFrom.Now() -> newest(false);
        };
    }

    private String newest(boolean isDelivered) {
        List<MapRecord<String, String, String>> last =
                streams.reverseRange(key, Range.unbounded(), Limit.limit().count(1));
        if (last == null || last.isEmpty()) {
            return START;
        }
        MapRecord<String, String, String> entry = last.getFirst();
        if (isDelivered) {
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
