package com.quanticity.ibkr.execution.outbox;

import com.quanticity.ibkr.execution.ExecutionMeter;
import com.quanticity.ibkr.execution.ExecutionProperties;
import com.quanticity.ibkr.model.stream.MalformedMessageException;
import com.quanticity.ibkr.model.stream.Topic;
import com.quanticity.ibkr.stream.StreamBus;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the outbox of one stream, oldest first, on its own thread. A message is marked as attempted before and as published after
 * it went to Redis. One that was left in between, by a crash or an outage, is looked up in the stream when it may expire, and simply
 * published again otherwise: consumers recognise its id.
 */
final class OutboxPublisher<T> {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxPublisher.class);
    /** Polls; with the default of half a second a publisher tries at least every five seconds. */
    private static final int LONGEST_PAUSE = 10;

    private final OutboxStore store;
    private final StreamBus bus;
    private final StreamLookup lookup;
    private final Topic<T> topic;
    private final WakeUp wakeUp;
    private final ExpiredMessages expired;
    private final ExecutionProperties properties;
    private final Clock clock;
    private final MeterRegistry meters;
    private volatile boolean closed;
    private int failures;

    OutboxPublisher(
            OutboxStore store,
            StreamBus bus,
            StreamLookup lookup,
            Topic<T> topic,
            WakeUp wakeUp,
            ExpiredMessages expired,
            ExecutionProperties properties,
            Clock clock,
            MeterRegistry meters) {
        this.store = store;
        this.bus = bus;
        this.lookup = lookup;
        this.topic = topic;
        this.wakeUp = wakeUp;
        this.expired = expired;
        this.properties = properties;
        this.clock = clock;
        this.meters = meters;
    }

    /** Works until closed. */
    void run() {
        try {
            while (!closed) {
                if (!attemptRound()) {
                    wakeUp.await(pause());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends {@link #run} after the round under way. */
    void close() {
        closed = true;
        wakeUp.call();
    }

    @Override
    public String toString() {
        return topic.name().text();
    }

    /** @return true when more may be waiting */
    private boolean attemptRound() {
        try {
            boolean more = round();
            recovered();
            return more;
        } catch (RuntimeException e) {
            failed(e);
            return false;
        }
    }

    /** Does what there is to do; true when a whole batch went out, so that more may be waiting. */
    boolean round() {
        expire();
        if (resolveUncertain()) {
            expire();
        }
        List<OutboxRow> claimed = store.claim(topic.name(), properties.outboxBatch(), clock.instant());
        publish(claimed);
        return claimed.size() == properties.outboxBatch();
    }

    private void expire() {
        store.expiredKeys(topic.name(), clock.instant()).forEach(expired::onExpired);
    }

    /** @return true when messages turned out not to be published */
    private boolean resolveUncertain() {
        List<Long> arrived = new ArrayList<>();
        List<Long> missing = new ArrayList<>();
        for (OutboxRow row : store.uncertain(topic.name())) {
            (hasArrived(row) ? arrived : missing).add(row.sequence());
        }
        if (!arrived.isEmpty() || !missing.isEmpty()) {
            LOG.info("outbox resolved stream={} arrived={} missing={}", topic.name(), arrived.size(), missing.size());
        }
        store.published(arrived, clock.instant());
        store.putBack(missing);
        return !missing.isEmpty();
    }

    private boolean hasArrived(OutboxRow row) {
        Instant attemptedAt = row.attemptedAt();
        return row.expiresAt() != null
                && attemptedAt != null
                && lookup.holds(topic.name(), row.messageId(), attemptedAt);
    }

    private void publish(List<OutboxRow> rows) {
        List<Long> published = new ArrayList<>(rows.size());
        int tried = 0;
        try {
            for (OutboxRow row : rows) {
                tried++;
                if (publish(row)) {
                    published.add(row.sequence());
                }
            }
        } catch (RuntimeException e) {
            // The row that failed stays uncertain; those behind it were never tried.
            store.published(published, clock.instant());
            store.putBack(rows.stream().skip(tried).map(OutboxRow::sequence).toList());
            throw e;
        }
        store.published(published, clock.instant());
    }

    private boolean publish(OutboxRow row) {
        try {
            bus.publish(topic, row.envelope(topic));
        } catch (MalformedMessageException e) {
            unreadable(row, e);
            return false;
        }
        if (row.expiresAt() != null || "cancel".equals(row.type())) {
            meters.counter(ExecutionMeter.COMMANDS_PUBLISHED.meterName(), "command", row.type())
                    .increment();
        }
        return true;
    }

    private void unreadable(OutboxRow row, MalformedMessageException cause) {
        store.failed(row.sequence(), clock.instant());
        LOG.error(
                "outbox message not published stream={} messageId={} key={}; this version cannot read it, start the one that wrote it",
                topic.name(),
                row.messageId(),
                row.key(),
                cause);
    }

    private Duration pause() {
        if (failures == 0) {
            return properties.outboxPoll();
        }
        return properties.outboxPoll().multipliedBy(Math.min(1L << Math.min(failures, 10), LONGEST_PAUSE));
    }

    private void failed(RuntimeException cause) {
        failures++;
        if (failures == 1) {
            LOG.warn(
                    "outbox stopped stream={} cause={}; trying again until it succeeds",
                    topic.name(),
                    cause.toString());
        }
    }

    private void recovered() {
        if (failures > 0) {
            LOG.info("outbox recovered stream={} failures={}", topic.name(), failures);
            failures = 0;
        }
    }
}
