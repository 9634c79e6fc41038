package com.quanticity.ibkr.stream;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread of a subscription: runs one step after the other, pauses after a failure, and stops on close. */
abstract class SubscriptionThread implements StreamSubscription {

    private static final Logger LOG = LoggerFactory.getLogger(SubscriptionThread.class);
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(5);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final String name;
    private volatile boolean closed;
    private Thread thread = Thread.ofVirtual().unstarted(() -> {});
    private int failures;

    SubscriptionThread(String name) {
        this.name = name;
    }

    /** Reads and handles what there is. Blocks for a second at most when there is nothing. */
    abstract void step() throws Exception;

    final void start() {
        thread = Thread.ofVirtual().name(name).start(this::run);
    }

    final boolean isClosed() {
        return closed;
    }

    @Override
    public final void close() {
        closed = true;
        try {
            if (!thread.equals(Thread.currentThread()) && !thread.join(CLOSE_WAIT)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            try {
                step();
                recovered();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (Exception e) {
                failed(e);
            }
        }
    }

    private void recovered() {
        if (failures > 0) {
            LOG.info("subscription recovered name={} failures={}", name, failures);
            failures = 0;
        }
    }

    private void failed(Exception failure) {
        failures++;
        if (failures == 1 && !closed) {
            LOG.warn("subscription failed name={} cause={}; trying again until it succeeds", name, failure.toString());
        }
        pause(Math.min(FIRST_PAUSE_MILLIS << Math.min(failures - 1, 10), LONGEST_PAUSE_MILLIS));
    }

    private void pause(long millis) {
        long slice = 50;
        try {
            for (long waited = 0; waited < millis && !closed; waited += slice) {
                Thread.sleep(slice);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }
}
