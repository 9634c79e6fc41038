package com.quanticity.ibkr.stream;

import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.model.stream.MalformedMessageException;
import com.quanticity.ibkr.model.stream.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Range;
import org.springframework.data.redis.RedisSystemException;
import org.springframework.data.redis.connection.RedisStreamCommands.TrimOptions;
import org.springframework.data.redis.connection.RedisStreamCommands.XAddOptions;
import org.springframework.data.redis.connection.RedisStreamCommands.XClaimOptions;
import org.springframework.data.redis.connection.stream.Consumer;
import org.springframework.data.redis.connection.stream.MapRecord;
import org.springframework.data.redis.connection.stream.PendingMessage;
import org.springframework.data.redis.connection.stream.ReadOffset;
import org.springframework.data.redis.connection.stream.RecordId;
import org.springframework.data.redis.connection.stream.StreamOffset;
import org.springframework.data.redis.connection.stream.StreamReadOptions;
import org.springframework.data.redis.connection.stream.StreamRecords;
import org.springframework.data.redis.core.StreamOperations;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * One consumer of a group. Order of work: what it was given and has not finished (after a crash or a failure), what other consumers
 * left lying, then new messages. A message that fails is tried again before anything newer, so order is kept.
 */
final class GroupConsumer<T> extends SubscriptionThread {

    private static final Logger LOG = LoggerFactory.getLogger(GroupConsumer.class);
    private static final Duration BLOCK = Duration.ofSeconds(1);
    private static final long DEAD_LETTER_LENGTH = 10_000;
    private static final long PENDING_SCAN = 100;

    private final StreamOperations<String, String, String> streams;
    private final String key;
    private final String deadLetterKey;
    private final Topic<T> topic;
    private final ConsumerGroup group;
    private final Consumer self;
    private final StreamHandler<T> handler;
    private final Clock clock;
    private final MeterRegistry meters;
    private final @Nullable Timer age;
    private final GroupLagReader places;
    private final Map<String, Integer> failedDeliveries = new HashMap<>();
    private boolean groupExists;
    private boolean ownFinished;
    private boolean unseen = true;
    private String delivered = "";
    private long nextClaimNanos = System.nanoTime();

    GroupConsumer(
            StringRedisTemplate redis,
            String prefix,
            Topic<T> topic,
            ConsumerGroup group,
            StreamHandler<T> handler,
            Clock clock,
            MeterRegistry meters) {
        super(group.group() + "-" + prefix + topic.name(), redis);
        this.streams = redis.opsForStream();
        this.key = prefix + topic.name().text();
        this.deadLetterKey = prefix + topic.name().deadLetterText();
        this.topic = topic;
        this.group = group;
        this.self = Consumer.from(group.group(), group.consumer());
        this.handler = handler;
        this.clock = clock;
        this.meters = meters;
        this.places = new GroupLagReader(streams);
        this.age = group.measuresAge()
                ? Timer.builder(StreamBusMeter.AGE.meterName())
                        .tags(tags())
                        .publishPercentileHistogram()
                        .register(meters)
                : null;
    }

    @Override
    void step() throws Exception {
        ensureGroup();
        try {
            if (!ownFinished) {
                ownFinished = !process(read(ReadOffset.from("0-0"), null));
            } else if (System.nanoTime() - nextClaimNanos >= 0) {
                if (!process(claimAbandoned())) {
                    nextClaimNanos = System.nanoTime() + group.claimAfter().toNanos() / 2;
                }
            } else {
                processNew();
            }
        } catch (RedisSystemException e) {
            if (isGroupMissing(e)) {
                groupExists = false; // Redis came back empty
            }
            throw e;
        }
    }

    private void processNew() throws Exception {
        if (delivered.isEmpty()) {
            delivered = places.deliveredId(key, group.group());
        }
        List<MapRecord<String, String, String>> entries = read(ReadOffset.lastConsumed(), BLOCK);
        if (entries.isEmpty()) {
            unseen = false;
            return;
        }
        if (unseen || entries.size() == group.batchSize()) {
            lookForTrimmed();
        }
        unseen = false;
        delivered = entries.getLast().getId().getValue();
        process(entries);
    }

    /** A group that keeps up finds the last entry it saw still there. */
    private void lookForTrimmed() {
        String oldest = places.oldestId(key);
        if (oldest.isEmpty() || delivered.isEmpty() || EntryId.of(delivered).millis() == 0) {
            return;
        }
        if (EntryId.of(oldest).compareTo(EntryId.of(delivered)) > 0) {
            LOG.warn(
                    "entries may have been trimmed before they were read stream={} group={} after={} before={}",
                    key,
                    group.group(),
                    delivered,
                    oldest);
            handler.onTrimmed(new TrimmedEntries(0, delivered, oldest));
        }
    }

    private void ensureGroup() {
        if (groupExists) {
            return;
        }
        ReadOffset from = group.from() == ConsumerGroup.StartAt.OLDEST ? ReadOffset.from("0-0") : ReadOffset.latest();
        try {
            streams.createGroup(key, from, group.group());
        } catch (RedisSystemException e) {
            if (!hasText(e, "BUSYGROUP")) {
                throw e;
            }
        }
        groupExists = true;
        ownFinished = false;
        unseen = true;
        delivered = "";
    }

    @SuppressWarnings("unchecked") // the driver takes stream offsets as generic varargs
    private List<MapRecord<String, String, String>> read(ReadOffset from, @Nullable Duration block) {
        StreamReadOptions options = StreamReadOptions.empty().count(group.batchSize());
        if (block != null) {
            options = options.block(block);
        }
        List<MapRecord<String, String, String>> entries = streams.read(self, options, StreamOffset.create(key, from));
        return entries == null ? List.of() : entries;
    }

    private List<MapRecord<String, String, String>> claimAbandoned() {
        List<RecordId> abandoned = streams.pending(key, group.group(), Range.unbounded(), PENDING_SCAN).stream()
                .filter(this::isAbandoned)
                .map(PendingMessage::getId)
                .filter(this::isThere)
                .limit(group.batchSize())
                .toList();
        if (abandoned.isEmpty()) {
            return List.of();
        }
        List<MapRecord<String, String, String>> claimed = streams.claim(
                key,
                group.group(),
                group.consumer(),
                XClaimOptions.minIdle(group.claimAfter()).ids(abandoned.toArray(RecordId[]::new)));
        meters.counter(StreamBusMeter.CLAIMED.meterName(), tags()).increment(claimed.size());
        LOG.info("messages claimed stream={} group={} count={}", key, group.group(), claimed.size());
        return claimed;
    }

    private boolean isAbandoned(PendingMessage message) {
        return message.getElapsedTimeSinceLastDelivery().compareTo(group.claimAfter()) >= 0
                && !message.getConsumerName().equals(group.consumer());
    }

    /** An entry may be trimmed away while it is pending. Before version 7 Redis answers a claim of it with nothing that can be read. */
    private boolean isThere(RecordId id) {
        List<MapRecord<String, String, String>> found = streams.range(key, Range.closed(id.getValue(), id.getValue()));
        if (found != null && !found.isEmpty()) {
            return true;
        }
        lost(id.getValue());
        streams.acknowledge(key, group.group(), id);
        return false;
    }

    private void lost(String id) {
        meters.counter(StreamBusMeter.LOST.meterName(), tags()).increment();
        handler.onTrimmed(new TrimmedEntries(1, id, id));
    }

    /** @return false when there was nothing to do */
    private boolean process(List<MapRecord<String, String, String>> entries) throws Exception {
        if (entries.isEmpty() || isClosed()) {
            return false;
        }
        List<Envelope<T>> messages = new ArrayList<>(entries.size());
        List<MapRecord<String, String, String>> live = new ArrayList<>(entries.size());
        for (MapRecord<String, String, String> entry : entries) {
            decode(entry, messages, live);
        }
        if (!messages.isEmpty()) {
            handle(live, messages);
        }
        return true;
    }

    private void decode(
            MapRecord<String, String, String> entry,
            List<Envelope<T>> messages,
            List<MapRecord<String, String, String>> live) {
        if (entry.getValue() == null || entry.getValue().isEmpty()) {
            lost(entry.getId().getValue()); // trimmed away while it was pending
            acknowledge(List.of(entry));
            return;
        }
        try {
            messages.add(topic.decode(entry.getValue()));
            live.add(entry);
        } catch (MalformedMessageException e) {
            bury(entry, e);
        }
    }

    private void handle(List<MapRecord<String, String, String>> entries, List<Envelope<T>> messages) throws Exception {
        try {
            handler.handle(messages);
        } catch (RejectedMessageException e) {
            meters.counter(StreamBusMeter.FAILED.meterName(), tags()).increment();
            bury(entries.remove(e.index()), e);
            messages.remove(e.index());
            if (!messages.isEmpty()) {
                handle(entries, messages);
            }
            return;
        } catch (Exception e) {
            ownFinished = false;
            meters.counter(StreamBusMeter.FAILED.meterName(), tags()).increment();
            if (givenUp(entries, e)) {
                return;
            }
            throw e;
        }
        acknowledge(entries);
        entries.forEach(entry -> failedDeliveries.remove(entry.getId().getValue()));
        meters.counter(StreamBusMeter.CONSUMED.meterName(), tags()).increment(entries.size());
        measureAge(messages);
    }

    private void measureAge(List<Envelope<T>> messages) {
        if (age != null) {
            Instant now = clock.instant();
            messages.forEach(message -> age.record(Duration.between(message.at(), now)));
        }
    }

    /** Only a message that fails alone may be buried: in a batch the others could be the cause, so batches are retried for ever. */
    private boolean givenUp(List<MapRecord<String, String, String>> entries, Exception cause) {
        if (group.maximumDeliveries() == 0 || entries.size() > 1) {
            return false;
        }
        MapRecord<String, String, String> entry = entries.getFirst();
        int failed = failedDeliveries.merge(entry.getId().getValue(), 1, Integer::sum);
        if (failed < group.maximumDeliveries()) {
            return false;
        }
        failedDeliveries.remove(entry.getId().getValue());
        bury(entry, cause);
        return true;
    }

    private void bury(MapRecord<String, String, String> entry, Exception cause) {
        Map<String, String> fields = new HashMap<>(entry.getValue());
        fields.put("dead-entry", entry.getId().getValue());
        fields.put("dead-group", group.group());
        fields.put("dead-reason", oneLine(String.valueOf(cause.getMessage())));
        streams.add(
                StreamRecords.newRecord().in(deadLetterKey).ofMap(fields),
                XAddOptions.trim(TrimOptions.maxLen(DEAD_LETTER_LENGTH).approximate()));
        acknowledge(List.of(entry));
        meters.counter(StreamBusMeter.DEAD_LETTERED.meterName(), tags()).increment();
        LOG.error(
                "message dead-lettered stream={} group={} entry={} reason={}; look at it in {}",
                key,
                group.group(),
                entry.getId().getValue(),
                oneLine(cause.toString()),
                deadLetterKey);
    }

    private void acknowledge(List<MapRecord<String, String, String>> entries) {
        streams.acknowledge(
                key, group.group(), entries.stream().map(MapRecord::getId).toArray(RecordId[]::new));
    }

    private String[] tags() {
        return new String[] {"stream", topic.name().text(), "group", group.group()};
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s*\\R\\s*", " ");
    }

    private static boolean isGroupMissing(RedisSystemException e) {
        return hasText(e, "NOGROUP");
    }

    private static boolean hasText(Throwable failure, String text) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains(text)) {
                return true;
            }
        }
        return false;
    }
}
