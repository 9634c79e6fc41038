package com.quanticity.ibkr.stream.audit;

import com.quanticity.ibkr.model.audit.AuditEntry;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamBusMeter;
import com.quanticity.ibkr.stream.StreamUnavailableException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Takes entries of the audit record to {@code audit.entry}. An entry is stored in the transaction of the fact it tells, published after
 * the commit and struck off once Redis has it, so a crash at any moment neither loses nor invents one; it may be published twice, under
 * the same id. Entries keep the order in which they were stored. Thread-safe.
 */
public final class AuditOutbox implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AuditOutbox.class);
    private static final int BATCH = 500;
    private static final Duration IDLE = Duration.ofSeconds(1);

    /** Entries that follow each other within this time are read and struck off together; nobody waits for them. */
    private static final Duration LINGER = Duration.ofMillis(20);

    private static final Duration RETRY_PAUSE = Duration.ofMillis(250);
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(3);

    private record Unstored(List<AuditEntry> entries, CompletableFuture<Void> published) {}

    private final StreamBus bus;
    private final AuditOutboxTable table;
    private final LinkedBlockingQueue<Unstored> unstored = new LinkedBlockingQueue<>();
    private final Semaphore wakeUps = new Semaphore(0);
    private final Thread thread =
            Thread.ofPlatform().daemon().name("audit-outbox").unstarted(this::run);
    private volatile boolean closed;
    private volatile long seenWaiting;
    private boolean failing;

    /** @param table name with its schema; columns {@code position} (identity), {@code entry_id} (unique text), {@code entry} (text) */
    public AuditOutbox(JdbcOperations database, String table, StreamBus bus, MeterRegistry meters) {
        this.bus = bus;
        this.table = new AuditOutboxTable(database, table);
        meters.gauge(StreamBusMeter.AUDIT_WAITING.meterName(), this, AuditOutbox::waiting);
    }

    /** Begins to publish, what an earlier process left included. */
    public void start() {
        thread.start();
    }

    /** Stores entries, in the caller's transaction when there is one; they go out after its commit. */
    public void record(List<AuditEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        table.add(entries);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    wakeUps.release();
                }
            });
        } else {
            wakeUps.release();
        }
    }

    /** Publishes entries that the database does not take; the future completes when Redis has them and never fails. */
    public CompletableFuture<Void> publishUnstored(List<AuditEntry> entries) {
        Unstored item = new Unstored(List.copyOf(entries), new CompletableFuture<>());
        if (entries.isEmpty()) {
            item.published.complete(null);
        } else {
            unstored.add(item);
            wakeUps.release();
        }
        return item.published;
    }

    /** Entries on their way, as far as the last look at the table told. */
    public long waiting() {
        return seenWaiting + unstored.size();
    }

    /** Publishes what waits for three seconds at most; what is left in the table goes out with the next process. */
    @Override
    public void close() {
        closed = true;
        wakeUps.release();
        try {
            if (!thread.join(CLOSE_WAIT)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!closed) {
                if (!attempt()) {
                    await();
                }
            }
            attempt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void await() throws InterruptedException {
        if (failing) {
            Thread.sleep(RETRY_PAUSE);
        } else if (wakeUps.tryAcquire(IDLE.toMillis(), TimeUnit.MILLISECONDS)) {
            if (!closed && unstored.isEmpty()) {
                Thread.sleep(LINGER);
            }
            wakeUps.drainPermits();
        }
    }

    /** @return true when more may be waiting */
    private boolean attempt() {
        try {
            publishWhatIsUnstored();
            boolean more = publishStored();
            recovered();
            return more;
        } catch (StreamUnavailableException | DataAccessException e) {
            failed(e);
            return false;
        }
    }

    private void publishWhatIsUnstored() {
        for (Unstored item = unstored.peek(); item != null; item = unstored.peek()) {
            item.entries.forEach(this::publish);
            unstored.remove();
            item.published.complete(null);
        }
    }

    private boolean publishStored() {
        List<AuditEntry> rows = table.oldest(BATCH);
        seenWaiting = rows.size();
        List<String> published = new ArrayList<>(rows.size());
        try {
            for (AuditEntry entry : rows) {
                publish(entry);
                published.add(entry.id());
            }
        } finally {
            table.remove(published);
            seenWaiting = rows.size() - published.size();
        }
        return rows.size() == BATCH;
    }

    private void publish(AuditEntry entry) {
        bus.publish(Topics.AUDIT_ENTRY, entry.service(), entry);
    }

    private void recovered() {
        if (failing) {
            LOG.info("audit entries published again");
        }
        failing = false;
    }

    private void failed(RuntimeException cause) {
        if (!failing) {
            LOG.warn("audit entries wait cause={}; published in order as soon as it is possible", cause.toString());
        }
        failing = true;
    }
}
