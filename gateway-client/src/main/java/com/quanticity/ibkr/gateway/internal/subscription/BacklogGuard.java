package com.quanticity.ibkr.gateway.internal.subscription;

import com.quanticity.ibkr.gateway.session.Backlog;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Behind when more than half of the hand-over queue is taken, caught up at a quarter: between them nothing changes. The reader finds out the one,
 * the consumer the other, and only after the application was told that it is behind, so that it never hears them the wrong way round.
 */
final class BacklogGuard {

    private final int capacity;
    private final Clock clock;
    private final AtomicBoolean isBehind = new AtomicBoolean();

    /** Consumer thread. */
    private boolean isTold;

    BacklogGuard(int capacity, Clock clock) {
        this.capacity = capacity;
        this.clock = clock;
    }

    /** Any thread. */
    boolean isBehind() {
        return isBehind.get();
    }

    /** Reader thread: present when so many waiting events mean that the application has fallen behind. */
    Optional<Backlog> onHandedOver(int waitingEvents) {
        return waitingEvents > capacity / 2 && isBehind.compareAndSet(false, true)
                ? Optional.of(change(true, waitingEvents))
                : Optional.empty();
    }

    /** Consumer thread: the application hears now that it is behind. */
    void onTold() {
        isTold = true;
    }

    /** Consumer thread: present when so few waiting events mean that the application has caught up. */
    Optional<Backlog> onConsumed(int waitingEvents) {
        if (!isTold || waitingEvents > capacity / 4) {
            return Optional.empty();
        }
        isTold = false;
        isBehind.set(false);
        return Optional.of(change(false, waitingEvents));
    }

    private Backlog change(boolean behind, int waitingEvents) {
        return new Backlog(behind, waitingEvents, capacity, clock.instant());
    }
}
