package com.quanticity.ibkr.test;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Asks until the answer is yes, at most for a stated time. */
final class Patience {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    private Patience() {}

    static void until(String what, Attempt attempt) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            try {
                attempt.run();
                return;
            } catch (Exception e) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(what + " within " + LIMIT.toSeconds() + " s: no", e);
                }
                LockSupport.parkNanos(PAUSE);
            }
        }
    }

    interface Attempt {
        void run() throws Exception;
    }
}
