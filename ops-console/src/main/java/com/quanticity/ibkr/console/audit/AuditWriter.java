package com.quanticity.ibkr.console.audit;

import com.quanticity.ibkr.model.audit.AuditEntry;
import com.quanticity.ibkr.model.audit.AuditEntry.Outcome;
import com.quanticity.ibkr.model.audit.AuditKind;
import com.quanticity.ibkr.model.stream.Envelope;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.ConsumerGroup;
import com.quanticity.ibkr.stream.RejectedMessageException;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamHandler;
import com.quanticity.ibkr.stream.StreamSubscription;
import com.quanticity.ibkr.stream.TrimmedEntries;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/**
 * Puts {@code audit.entry} on the chain, in the order of the stream. Nothing is acknowledged before it is stored: a database that is away
 * makes the writer wait where it is, and go on within a moment of its return. What the stream dropped meanwhile goes on record as a gap.
 */
final class AuditWriter implements StreamHandler<AuditEntry>, SmartLifecycle {

    static final ConsumerGroup GROUP =
            ConsumerGroup.of("ops-console-audit").withBatchSize(500).retryingForEver();

    private static final Logger LOG = LoggerFactory.getLogger(AuditWriter.class);
    private static final Duration RETRY_PAUSE = Duration.ofMillis(250);

    private final StreamBus bus;
    private final AuditStore store;
    private final Audit own;
    private final Clock clock;
    private volatile @Nullable StreamSubscription subscription;
    private volatile boolean running;
    private volatile @Nullable Instant waitingSince;

    AuditWriter(StreamBus bus, AuditStore store, Audit own, Clock clock) {
        this.bus = bus;
        this.store = store;
        this.own = own;
        this.clock = clock;
    }

    @Override
    public void handle(List<Envelope<AuditEntry>> messages) throws InterruptedException, RejectedMessageException {
        List<AuditEntry> entries = messages.stream().map(Envelope::data).toList();
        while (!attempt(entries)) {
            if (!running) {
                throw new IllegalStateException("the console stops; its successor stores what is not acknowledged");
            }
            Thread.sleep(RETRY_PAUSE);
        }
    }

    @Override
    public void onTrimmed(TrimmedEntries trimmed) {
        own.record(
                "ops-console",
                AuditKind.RECORD_GAP.name(),
                Outcome.UNCERTAIN,
                "",
                "the stream was trimmed after " + trimmed.after() + " before " + trimmed.before()
                        + ", entries known to be gone: " + trimmed.entries());
    }

    /** Since when entries wait for the database, empty while it takes them. */
    Optional<Instant> waitingSince() {
        return Optional.ofNullable(waitingSince);
    }

    private boolean attempt(List<AuditEntry> entries) throws RejectedMessageException {
        try {
            store.append(entries);
            stored();
            return true;
        } catch (DataIntegrityViolationException e) {
            appendOneByOne(entries);
            return true;
        } catch (DataAccessException | TransactionException e) {
            waiting(e);
            return false;
        }
    }

    /** An entry that the table refuses for what it holds must not keep the others off the record for ever. */
    private void appendOneByOne(List<AuditEntry> entries) throws RejectedMessageException {
        for (int i = 0; i < entries.size(); i++) {
            try {
                store.append(List.of(entries.get(i)));
            } catch (DataIntegrityViolationException e) {
                own.record(
                        "ops-console",
                        AuditKind.RECORD_GAP.name(),
                        Outcome.REFUSED,
                        "",
                        "entry " + entries.get(i).id()
                                + " was refused by the database and is in the dead-letter stream");
                throw new RejectedMessageException(i, "the database refuses it: " + e.getMessage(), e);
            }
        }
    }

    private void waiting(RuntimeException cause) {
        if (waitingSince == null) {
            waitingSince = clock.instant();
            LOG.warn("audit record waits for the database cause={}; nothing is lost", cause.toString());
        }
    }

    private void stored() {
        if (waitingSince != null) {
            LOG.info("audit record goes on waitedSince={}", waitingSince);
            waitingSince = null;
        }
    }

    @Override
    public void start() {
        running = true;
        subscription = bus.consume(Topics.AUDIT_ENTRY, GROUP, this);
    }

    @Override
    public void stop() {
        running = false;
        StreamSubscription open = subscription;
        if (open != null) {
            open.close();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
