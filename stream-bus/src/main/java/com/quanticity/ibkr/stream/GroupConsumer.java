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
import org.springframework.data.redis.connection.RedisStreamCommands.XClaimOptions;
import org.springframework.data.redis.connection.stream.Consumer;
import org.springframework.data.redis.connection.stream.MapRecord;
import org.springframework.data.redis.connection.stream.PendingMessage;
import org.springframework.data.redis.connection.stream.ReadOffset;
import org.springframework.data.redis.connection.stream.RecordId;
import org.springframework.data.redis.connection.stream.StreamOffset;
import org.springframework.data.redis.connection.stream.StreamReadOptions;
import org.springframework.data.redis.core.StreamOperations;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * One consumer of a group. Order of work: what it was given and has not finished (after a crash or a failure), what other consumers
 * left lying, then new messages. A message that fails is tried again before anything newer, so order is kept.
 *
 * <p>A group that reads ahead handles a batch on a thread beside this one, which reads and decodes the next meanwhile. Never more than one
 * is handled at a time. What was read and not handled, because the batch before it failed or the subscription was closed, stays pending
 * and comes again in its turn.
 */
final class GroupConsumer<T> extends SubscriptionThread {

    private static final Logger LOG = LoggerFactory.getLogger(GroupConsumer.class);
    private static final Duration BLOCK = Duration.ofSeconds(1);
    private static final long PENDING_SCAN = 100;

    private final StreamOperations<String, String, String> streams;
    private final String key;
    private final DeadLetters deadLetters;
    private final Topic<T> topic;
    private final ConsumerGroup group;
    private final Consumer self;
    private final StreamHandler<T> handler;
    private final Clock clock;
    private final MeterRegistry meters;
    private final @Nullable Timer age;
    private final GroupLagReader places;
    private final BatchSize size;
    private final SideWork handling = new SideWork();
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
        this.deadLetters = new DeadLetters(streams, prefix + topic.name().deadLetterText(), group.group());
        this.size = new BatchSize(group.batchSize(), group.aheadCharacters());
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

    /** What one read yielded, in order; the gap, when there is one, lies before it. */
    private record Batch<T>(
            List<MapRecord<String, String, String>> entries,
            List<Envelope<T>> messages,
            @Nullable TrimmedEntries gap) {}

    @Override
    void step() throws Exception {
        try {
            ensureGroup();
            if (!ownFinished) {
                handling.await();
                ownFinished = !process(read(ReadOffset.from("0-0"), group.batchSize(), StreamReadOptions.empty()));
            } else if (System.nanoTime() - nextClaimNanos >= 0) {
                handling.await();
                if (!process(claimAbandoned())) {
                    nextClaimNanos = System.nanoTime() + group.claimAfter().toNanos() / 2;
                }
            } else {
                processNew();
            }
        } catch (Exception e) {
            // Redis may have handed out entries whose answer did not arrive.
            ownFinished = false;
            if (isGroupMissing(e)) {
                groupExists = false; // Redis came back empty
            }
            throw e;
        }
    }

    @Override
    void finish() throws Exception {
        handling.await();
    }

    private void processNew() throws Exception {
        if (delivered.isEmpty()) {
            delivered = places.deliveredId(key, group.group());
        }
        int asked = size.next();
        List<MapRecord<String, String, String>> entries = handling.isUnderWay() ? readNew(asked) : await(asked);
        if (entries.isEmpty()) {
            unseen = false;
            handling.await();
            return;
        }
        TrimmedEntries gap = unseen || entries.size() == asked ? lookForTrimmed() : null;
        unseen = false;
        delivered = entries.getLast().getId().getValue();
        size.saw(entries);
        Batch<T> batch = decoded(entries, gap);
        handling.await();
        if (isClosed()) {
            return;
        }
        if (group.aheadCharacters() > 0) {
            handling.start(() -> handle(batch));
        } else {
            handle(batch);
        }
    }

    /** A group that keeps up finds the last entry it saw still there. */
    private @Nullable TrimmedEntries lookForTrimmed() {
        String oldest = places.oldestId(key);
        if (oldest.isEmpty() || delivered.isEmpty() || EntryId.of(delivered).millis() == 0) {
            return null;
        }
        if (EntryId.of(oldest).compareTo(EntryId.of(delivered)) <= 0) {
            return null;
        }
        LOG.warn(
                "entries may have been trimmed before they were read stream={} group={} after={} before={}",
                key,
                group.group(),
                delivered,
                oldest);
        meters.counter(StreamBusMeter.TRIMMED_UNREAD.meterName(), tags()).increment();
        return new TrimmedEntries(0, delivered, oldest);
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

    private List<MapRecord<String, String, String>> await(int most) {
        List<MapRecord<String, String, String>> entries = waiting(() ->
                read(ReadOffset.lastConsumed(), most, StreamReadOptions.empty().block(BLOCK)));
        return entries == null ? List.of() : entries;
    }

    private List<MapRecord<String, String, String>> readNew(int most) {
        return isClosed() ? List.of() : read(ReadOffset.lastConsumed(), most, StreamReadOptions.empty());
    }

    @SuppressWarnings("unchecked") // the driver takes stream offsets as generic varargs
    private List<MapRecord<String, String, String>> read(ReadOffset from, int most, StreamReadOptions options) {
        List<MapRecord<String, String, String>> entries =
                streams.read(self, options.count(most), StreamOffset.create(key, from));
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
        handle(decoded(entries, null));
        return true;
    }

    private Batch<T> decoded(List<MapRecord<String, String, String>> entries, @Nullable TrimmedEntries gap) {
        Batch<T> batch = new Batch<>(new ArrayList<>(entries.size()), new ArrayList<>(entries.size()), gap);
        for (MapRecord<String, String, String> entry : entries) {
            decode(entry, batch);
        }
        return batch;
    }

    private void decode(MapRecord<String, String, String> entry, Batch<T> batch) {
        if (entry.getValue() == null || entry.getValue().isEmpty()) {
            lost(entry.getId().getValue()); // trimmed away while it was pending
            acknowledge(List.of(entry));
            return;
        }
        try {
            batch.messages.add(topic.decode(entry.getValue()));
            batch.entries.add(entry);
        } catch (MalformedMessageException e) {
            bury(entry, e);
        }
    }

    private void handle(Batch<T> batch) throws Exception {
        if (batch.gap != null) {
            handler.onTrimmed(batch.gap);
        }
        if (!batch.messages.isEmpty()) {
            handle(batch.entries, batch.messages);
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
        deadLetters.add(entry, cause);
        acknowledge(List.of(entry));
        meters.counter(StreamBusMeter.DEAD_LETTERED.meterName(), tags()).increment();
    }

    private void acknowledge(List<MapRecord<String, String, String>> entries) {
        streams.acknowledge(
                key, group.group(), entries.stream().map(MapRecord::getId).toArray(RecordId[]::new));
    }

    private String[] tags() {
        return new String[] {"stream", topic.name().text(), "group", group.group()};
    }

    private static boolean isGroupMissing(Exception e) {
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
