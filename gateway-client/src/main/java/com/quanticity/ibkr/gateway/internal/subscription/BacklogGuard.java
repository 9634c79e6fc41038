package com.quanticity.ibkr.gateway.internal.subscription;

import com.quanticity.ibkr.gateway.session.Backlog;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Behind from half of the hand-over queue on, caught up at a quarter: between them nothing changes. Thread-safe. */
final class BacklogGuard {

    private final int capacity;
    private final Clock clock;
    private final AtomicBoolean isBehind = new AtomicBoolean();

    BacklogGuard(int capacity, Clock clock) {
        this.capacity = capacity;
        this.clock = clock;
    }

    boolean isBehind() {
        return isBehind.get();
    }

    /** The change that a number of waiting events means. */
    Optional<Backlog> onWaiting(int events) {
        boolean behind = isBehind.get();
        boolean changes = behind ? events <= capacity / 4 : events > capacity / 2;
        return changes && isBehind.compareAndSet(behind, !behind)
                ? Optional.of(new Backlog(!behind, events, capacity, clock.instant()))
                : Optional.empty();
    }
}
