package com.quanticity.ibkr.console.audit;

import com.quanticity.ibkr.console.ConsoleMeter;
import com.quanticity.ibkr.model.audit.AuditEntry;
import com.quanticity.ibkr.model.audit.AuditEntry.Outcome;
import com.quanticity.ibkr.model.audit.AuditKind;
import com.quanticity.ibkr.model.audit.AuditReference;
import com.quanticity.ibkr.model.audit.AuditTimes;
import com.quanticity.ibkr.model.stream.Ulid;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * The record of who did what: a log line at once, a link of the chain as soon as the database takes it. Stopping must not
 * wait for a database, so nobody does; entries wait in order, the newest {@value #WAITING} of them. Thread-safe.
 */
final class AuditLog implements Audit, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
    private static final String SERVICE = "ops-console";
    private static final int WAITING = 10_000;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);

    private final AuditStore store;
    private final Ulid ids;
    private final Clock clock;
    private final LinkedBlockingDeque<AuditEntry> waiting = new LinkedBlockingDeque<>(WAITING);
    private volatile boolean running;
    private Thread writer = Thread.ofVirtual().unstarted(() -> {});
    private volatile @Nullable Instant waitingSince;

    AuditLog(AuditStore store, Clock clock, MeterRegistry meters) {
        this.store = store;
        this.clock = clock;
        this.ids = new Ulid(clock);
        meters.gauge(ConsoleMeter.AUDIT_WAITING.meterName(), waiting, LinkedBlockingDeque::size);
    }

    @Override
    public void record(String who, String what, Outcome outcome, String commandId, String detail) {
        AuditEntry entry = AuditEntry.of(
                ids.next(),
                kindOf(what),
                SERVICE,
                who,
                what,
                outcome,
                AuditReference.toCommand(commandId),
                detail,
                null,
                AuditTimes.of(clock.instant()));
        LOG.info(
                "audit who=\"{}\" what={} outcome={} commandId={} detail=\"{}\"",
                entry.who(),
                entry.what(),
                entry.outcome(),
                commandId,
                entry.detail());
        if (!waiting.offer(entry)) {
            LOG.error("audit entry kept in this log only, {} wait for the database; restore PostgreSQL", WAITING);
        }
    }

    /** Since when entries wait for the database, empty while it takes them. */
    Optional<Instant> waitingSince() {
        return Optional.ofNullable(waitingSince);
    }

    @Override
    public void start() {
        running = true;
        writer = Thread.ofVirtual().name("audit").start(this::run);
    }

    /** Writes what waits, for three seconds at most. */
    @Override
    public void stop() {
        running = false;
        writer.interrupt();
        try {
            writer.join(LAST_WORDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Last to stop: what ends a request is recorded too. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try {
                AuditEntry entry = waiting.poll(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                if (entry != null && !store(entry)) {
                    putBack(entry);
                    Thread.sleep(PAUSE);
                }
            } catch (InterruptedException _) {
                // Stopping: what waits is written below.
            }
        }
        for (AuditEntry entry = waiting.poll(); entry != null && store(entry); entry = waiting.poll()) {
            LOG.debug("audit entry stored at={}", entry.times().ours());
        }
    }

    private void putBack(@Nullable AuditEntry entry) {
        if (entry != null && !waiting.offerFirst(entry)) {
            LOG.error("audit entry kept in this log only, {} wait for the database; restore PostgreSQL", WAITING);
        }
    }

    private static AuditKind kindOf(String what) {
        return switch (what) {
            case "LOGIN", "LOGOUT", "DENIED" -> AuditKind.LOGIN;
            case "RECORD_GAP" -> AuditKind.RECORD_GAP;
            default -> AuditKind.OPERATOR_ACTION;
        };
    }

    private boolean store(AuditEntry entry) {
        try {
            store.append(List.of(entry));
            waitingSince = null;
            return true;
        } catch (DataAccessException | TransactionException e) {
            if (waitingSince == null) {
                waitingSince = clock.instant();
                LOG.warn("audit entry not stored cause={}; trying again each second", e.toString());
            }
            return false;
        }
    }
}
