package com.quanticity.ibkr.execution.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * When all executions are compared, not only those that changed: at the start, when a session of the drop copy or of the adapter has
 * begun, from time to time, and when somebody asks. One stays due until it was done. {@link #request} may be called on every thread, the
 * rest belongs to the reconciler's.
 */
final class FullRounds {

    private final Duration every;
    private final AtomicBoolean requested = new AtomicBoolean();
    private @Nullable Reason due = Reason.START;
    private @Nullable Instant doneAt;
    private @Nullable Instant completeSince;
    private @Nullable Instant adapterSince;

    /** Why. */
    enum Reason {
        START,
        DROP_COPY_COMPLETE,
        ADAPTER_SESSION,
        REQUESTED,
        INTERVAL
    }

    FullRounds(Duration every) {
        this.every = every;
    }

    void request() {
        requested.set(true);
    }

    /**
     * Why this round must compare everything, empty when it need not.
     *
     * @param dropCopySince since when the drop copy has seen everything
     * @param adapterReadySince since when the adapter's session is ready, empty while it is not or not known; then nothing is concluded
     */
    Optional<Reason> due(Instant now, Instant dropCopySince, Optional<Instant> adapterReadySince) {
        if (!dropCopySince.equals(completeSince)) {
            completeSince = dropCopySince;
            become(Reason.DROP_COPY_COMPLETE);
        }
        adapterReadySince.filter(since -> !since.equals(adapterSince)).ifPresent(since -> {
            adapterSince = since;
            become(Reason.ADAPTER_SESSION);
        });
        if (requested.getAndSet(false)) {
            become(Reason.REQUESTED);
        }
        if (doneAt == null || !now.isBefore(doneAt.plus(every))) {
            become(Reason.INTERVAL);
        }
        return Optional.ofNullable(due);
    }

    /** The round that was due at this time is done. */
    void done(Instant at) {
        due = null;
        doneAt = at;
    }

    private void become(Reason reason) {
        if (due == null) {
            due = reason;
        }
    }
}
