package com.quanticity.ibkr.execution.reconcile;

import com.quanticity.ibkr.model.reconcile.Discrepancy;
import com.quanticity.ibkr.model.reconcile.InstrumentLock;
import com.quanticity.ibkr.model.reconcile.InstrumentLocks;
import com.quanticity.ibkr.model.stream.Topics;
import com.quanticity.ibkr.stream.StreamBus;
import com.quanticity.ibkr.stream.StreamUnavailableException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes which instruments are locked, on change and every {@link InstrumentLocks#REPEAT}. What Redis does not take is tried again at
 * the next call. Called by the reconciler's thread, read on every thread.
 */
final class LockPublisher {

    private static final Logger LOG = LoggerFactory.getLogger(LockPublisher.class);

    private final StreamBus bus;
    private final Clock clock;
    private volatile List<InstrumentLock> locks = List.of();
    private Instant publishedAt = Instant.EPOCH;
    private long version;

    LockPublisher(StreamBus bus, Clock clock) {
        this.bus = bus;
        this.clock = clock;
    }

    List<InstrumentLock> locks() {
        return locks;
    }

    void show(List<Discrepancy> standing) {
        Instant now = clock.instant();
        List<InstrumentLock> wanted = standing.stream()
                .filter(Discrepancy::locks)
                .map(LockPublisher::lock)
                .toList();
        boolean changed = !wanted.equals(locks) || version == 0;
        if (changed) {
            LOG.info("instrument locks count={} was={}", wanted.size(), locks.size());
            locks = wanted;
            version = Math.max(version + 1, now.toEpochMilli()); // grows over restarts too
            publishedAt = Instant.EPOCH;
        }
        if (!now.isBefore(publishedAt.plus(InstrumentLocks.REPEAT))) {
            publish(now);
        }
    }

    private void publish(Instant now) {
        try {
            bus.publish(Topics.RECONCILE_LOCK, "", new InstrumentLocks(version, locks, now));
            publishedAt = now;
        } catch (StreamUnavailableException e) {
            LOG.debug("instrument locks not published cause={}", e.getMessage());
        }
    }

    private static InstrumentLock lock(Discrepancy discrepancy) {
        return new InstrumentLock(
                discrepancy.account(),
                discrepancy.contractId(),
                discrepancy.symbol(),
                discrepancy.id(),
                discrepancy.kind() + ": ours " + shown(discrepancy.ours()) + ", " + discrepancy.witness() + " "
                        + shown(discrepancy.theirs()),
                discrepancy.openedAt());
    }

    private static String shown(String side) {
        return side.isEmpty() ? "none" : side;
    }
}
