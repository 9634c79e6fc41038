package com.quanticity.ibkr.execution.outbox;

import com.quanticity.ibkr.model.stream.StreamName;
import com.quanticity.ibkr.model.stream.Topic;
import com.quanticity.ibkr.model.stream.Ulid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Front door of the outbox. Every method takes part in the caller's transaction; messages of one key are published in the order of the
 * transactions that wrote them, provided those lock what the key stands for first. Thread-safe.
 */
public final class Outbox {

    private final OutboxStore store;
    private final Map<StreamName, WakeUp> wakeUps;
    private final Clock clock;
    private final Ulid ids;

    Outbox(OutboxStore store, Map<StreamName, WakeUp> wakeUps, Clock clock) {
        this.store = store;
        this.wakeUps = Map.copyOf(wakeUps);
        this.clock = clock;
        this.ids = new Ulid(clock);
    }

    /** Publishes after the commit, however long that takes. */
    public <T> void append(Topic<T> topic, String key, T data) {
        append(topic, key, data, null);
    }

    /** Publishes after the commit, but only within {@code maximumAge}: later the {@link ExpiredMessages} are told. */
    public <T> void appendExpiring(Topic<T> topic, String key, T data, Duration maximumAge) {
        append(topic, key, data, clock.instant().plus(maximumAge));
    }

    /**
     * Takes back the expiring message of this key and what waits behind it. One whose publication is uncertain is looked up later and, when
     * it is not in the stream, told to {@link ExpiredMessages} instead of being published.
     *
     * @return true when it is certain that it was not and will not be published, false when it may have been
     */
    public boolean withdraw(Topic<?> topic, String key) {
        // The expiring message is the first of its key: while it waits, nothing of the key was tried.
        boolean withdrawn = store.withdrawExpiring(topic.name(), key, clock.instant());
        if (withdrawn) {
            store.withdrawAll(topic.name(), key, clock.instant());
        } else {
            store.expireUncertain(topic.name(), key, clock.instant());
        }
        return withdrawn;
    }

    private <T> void append(Topic<T> topic, String key, T data, @Nullable Instant expiresAt) {
        WakeUp wakeUp = wakeUps.get(topic.name());
        if (wakeUp == null) {
            throw new IllegalArgumentException("nobody publishes " + topic.name() + " from the outbox");
        }
        store.insert(topic.name(), topic.envelope(ids.next(), clock.instant(), key, data), expiresAt);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wakeUp.call();
            }
        });
    }
}
