package com.quanticity.ibkr.execution.outbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Ends the pause of a publisher. Thread-safe; calls during work are remembered as one. */
final class WakeUp {

    private final Semaphore calls = new Semaphore(0);

    void call() {
        calls.release();
    }

    /** Returns when called or after {@code longest}. */
    void await(Duration longest) throws InterruptedException {
        if (calls.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            calls.drainPermits();
        }
    }
}
