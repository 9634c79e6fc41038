package com.quanticity.ibkr.stream;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.RedisConnectionUtils;
import org.springframework.data.redis.core.StringRedisTemplate;

/**
 * The thread of a subscription: runs one step after the other, pauses after a failure, and stops on close.
 *
 * <p>Reads that wait cannot share a connection, so the thread holds one of its own from one failure to the next. Without it Spring opens
 * and closes a connection for every read, which on a busy machine takes longer than the message itself.
 */
abstract class SubscriptionThread implements StreamSubscription {

    private static final Logger LOG = LoggerFactory.getLogger(SubscriptionThread.class);
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(5);
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private final String name;
    private final RedisConnectionFactory connections;
    private final Object waitLock = new Object();
    private volatile boolean closed;
    private boolean waiting;
    private Thread thread = Thread.ofVirtual().unstarted(() -> {});
    private int failures;

    SubscriptionThread(String name, StringRedisTemplate redis) {
        this.name = name;
        this.connections = redis.getRequiredConnectionFactory();
    }

    /** Reads and handles what there is. Blocks for a second at most when there is nothing, through {@link #waiting}. */
    abstract void step() throws Exception;

    /** Ends what is under way beside this thread; called once, after the last step. */
    void finish() throws Exception {}

    /**
     * A read that waits for entries; {@link #close} ends it at once. What Redis handed out in that moment stays pending and is handled at
     * the next start.
     *
     * @return null when the subscription was closed before
     */
    final <R> @Nullable R waiting(Supplier<@Nullable R> read) {
        synchronized (waitLock) {
            if (closed) {
                return null;
            }
            waiting = true;
        }
        try {
            return read.get();
        } finally {
            synchronized (waitLock) {
                waiting = false;
                // It was meant for the read alone, which may have ended by itself just before.
                Thread.interrupted();
            }
        }
    }

    final void start() {
        thread = Thread.ofVirtual().name(name).start(this::run);
    }

    final boolean isClosed() {
        return closed;
    }

    @Override
    public final void close() {
        endWait();
        try {
            if (!thread.equals(Thread.currentThread()) && !thread.join(CLOSE_WAIT)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void endWait() {
        synchronized (waitLock) {
            closed = true;
            if (waiting && !thread.equals(Thread.currentThread())) {
                thread.interrupt();
            }
        }
    }

    private void run() {
        try {
            while (!closed) {
                try {
                    steps();
                } catch (InterruptedException e) {
                    throw e;
                } catch (Exception e) {
                    failed(e);
                }
            }
            finish();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn("subscription closed with work undone name={} cause={}; it comes again", name, e.toString());
        }
    }

    private void steps() throws Exception {
        RedisConnectionUtils.bindConnection(connections);
        try {
            while (!closed) {
                step();
                recovered();
            }
        } finally {
            RedisConnectionUtils.unbindConnection(connections);
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
