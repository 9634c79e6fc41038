package com.quanticity.ibkr.stream;

import java.time.Duration;
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
    private volatile boolean closed;
    private Thread thread = Thread.ofVirtual().unstarted(() -> {});
    private int failures;

    SubscriptionThread(String name, StringRedisTemplate redis) {
        this.name = name;
        this.connections = redis.getRequiredConnectionFactory();
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
                steps();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (Exception e) {
                failed(e);
            }
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
