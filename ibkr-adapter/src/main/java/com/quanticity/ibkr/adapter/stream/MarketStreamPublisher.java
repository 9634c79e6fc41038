package com.quanticity.ibkr.adapter.stream;

import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamUnavailableException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes items of one stream from the session's consumer thread and publishes them in order on a thread of its own: what waits goes as one
 * entry, never more than the configured number, and it never waits to fill one. While Redis is away items stay in a bounded buffer;
 * beyond it the oldest are dropped, counted, and seen by every consumer as a hole in the sequence. An entry whose publication failed is
 * sent again as it was, so it may appear twice; the items' identity tells.
 *
 * @param <T> one item
 */
public final class MarketStreamPublisher<T> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MarketStreamPublisher.class);
    private static final Duration RETRY_PAUSE = Duration.ofMillis(200);
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(3);
    private static final Duration IDLE = Duration.ofSeconds(1);

    private final Publication<T> publication;
    private final Consumer<List<T>> published;
    private final String name;
    private final Clock clock;
    private final int capacity;
    private final int entryItems;
    private final ItemBuffer<T> buffer;
    private final PublisherMeters count;
    private final AtomicBoolean dropping = new AtomicBoolean();
    private final Thread thread;
    private boolean failing;

    /**
     * @param bufferItems items held in memory while Redis is away
     * @param entryItems most items of one entry
     */
    public <B> MarketStreamPublisher(
            StreamBus bus,
            MarketStream<B, T> stream,
            Clock clock,
            int bufferItems,
            int entryItems,
            MeterRegistry meters) {
        this(bus, stream, clock, bufferItems, entryItems, meters, _ -> {});
    }

    /**
     * @param bufferItems items held in memory while Redis is away
     * @param entryItems most items of one entry
     * @param published told of the items that are in the stream, on the publisher's thread
     */
    public <B> MarketStreamPublisher(
            StreamBus bus,
            MarketStream<B, T> stream,
            Clock clock,
            int bufferItems,
            int entryItems,
            MeterRegistry meters,
            Consumer<List<T>> published) {
        this.publication = items -> {
            B entry = stream.entry().apply(items);
            String key = stream.key().apply(items.getFirst());
            Instant oldest = stream.receivedAt().apply(items.getFirst());
            return new Publication.Prepared(() -> bus.publish(stream.topic(), key, entry), oldest);
        };
        this.name = stream.topic().name().text();
        this.clock = clock;
        this.capacity = bufferItems;
        this.entryItems = stream.isBatch() ? entryItems : 1;
        this.published = published;
        this.buffer = new ItemBuffer<>(bufferItems);
        this.count = PublisherMeters.of(meters, stream.topic().name(), buffer);
        this.thread = Thread.ofPlatform().name(name + "-publisher").unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Takes new items in order; never blocks. */
    public void publish(List<? extends T> items) {
        count.made().increment(items.size());
        int lost = buffer.put(items);
        if (lost > 0) {
            count.dropped().increment(lost);
            if (dropping.compareAndSet(false, true)) {
                LOG.error(
                        "items dropped stream={}, the buffer of {} is full; consumers see a hole in the sequence. Check Redis",
                        name,
                        capacity);
            }
        }
    }

    /** Items that wait for Redis. */
    public int waiting() {
        return buffer.size();
    }

    /** Publishes what waits for three seconds at most, then stops. */
    @Override
    public void close() {
        buffer.close();
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        try {
            if (!thread.join(CLOSE_WAIT)) {
                LOG.warn(
                        "items not published at shutdown stream={} count={}; Redis did not take them", name, waiting());
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!buffer.isFinished()) {
                List<T> items = buffer.take(entryItems, IDLE);
                if (!items.isEmpty()) {
                    publishEntry(items);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void publishEntry(List<T> items) throws InterruptedException {
        try {
            Publication.Prepared entry = publication.prepare(items);
            while (!attempt(entry)) {
                Thread.sleep(RETRY_PAUSE);
            }
            count.published().increment(items.size());
            count.latency().record(Duration.between(entry.oldest(), clock.instant()));
        } catch (RuntimeException e) {
            // What can never be published must not stop what can.
            count.dropped().increment(items.size());
            LOG.error(
                    "items dropped, they cannot be published stream={} count={} first={}",
                    name,
                    items.size(),
                    items.getFirst(),
                    e);
            return;
        }
        tell(items);
    }

    private void tell(List<T> items) {
        try {
            published.accept(items);
        } catch (RuntimeException e) {
            LOG.error("work beside publishing failed stream={}; publishing goes on", name, e);
        }
    }

    private boolean attempt(Publication.Prepared entry) {
        try {
            entry.publish().run();
            recovered();
            return true;
        } catch (StreamUnavailableException e) {
            failed(e);
            return false;
        }
    }

    private void recovered() {
        if (failing) {
            failing = false;
            dropping.set(false);
            LOG.info("items published again stream={} waiting={}", name, waiting());
        }
    }

    private void failed(StreamUnavailableException cause) {
        if (!failing) {
            failing = true;
            LOG.warn(
                    "items not published stream={} cause={}; kept in memory and tried again", name, cause.getMessage());
        }
    }

    /** Makes an entry of items. */
    private interface Publication<T> {

        Prepared prepare(List<T> items);

        /** An entry ready to be sent, more than once if need be. */
        record Prepared(Runnable publish, Instant oldest) {}
    }
}
