package com.quanticity.ibkr.risk.delivery;

import com.quanticity.ibkr.risk.RiskMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers items in order on one virtual thread. A delivery that fails is tried again until it succeeds, and nothing overtakes it, so
 * a short outage loses nothing. When more than the capacity wait, the oldest is given up and counted.
 *
 * <p>{@link #offer} may be called on every thread and never blocks.
 */
public final class RetryingQueue<T> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RetryingQueue.class);
    private static final int LARGEST_BATCH = 500;
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;
    private static final Duration CLOSE_WAIT = Duration.ofSeconds(3);

    private final String name;
    private final Delivery<T> delivery;
    private final LinkedBlockingDeque<T> waiting;
    private final Counter failed;
    private final Counter dropped;
    private final Thread thread;
    private final AtomicInteger undelivered = new AtomicInteger();
    private volatile boolean closed;
    private int failures;

    /** Takes a batch of items; an exception means that the same batch comes again. */
    @FunctionalInterface
    public interface Delivery<T> {
        void deliver(List<T> items) throws Exception;
    }

    /**
     * @param name of the thread, and of the {@code queue} in logs and meters
     * @param capacity most items that wait
     */
    public RetryingQueue(String name, int capacity, Delivery<T> delivery, MeterRegistry meters) {
        this.name = name;
        this.delivery = delivery;
        this.waiting = new LinkedBlockingDeque<>(capacity);
        this.failed = meters.counter(RiskMeter.DELIVERY_FAILED.meterName(), "queue", name);
        this.dropped = meters.counter(RiskMeter.DELIVERY_DROPPED.meterName(), "queue", name);
        meters.gauge(
                RiskMeter.DELIVERY_WAITING.meterName(), List.of(Tag.of("queue", name)), this, RetryingQueue::waiting);
        this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    /** Begins to deliver, what was offered before included. */
    public RetryingQueue<T> start() {
        thread.start();
        return this;
    }

    /** Adds an item behind those that wait. */
    public void offer(T item) {
        undelivered.incrementAndGet();
        while (!waiting.offerLast(item)) {
            if (waiting.pollFirst() != null) {
                giveUp();
            }
        }
    }

    /** How many items are not delivered yet. */
    public int waiting() {
        return undelivered.get();
    }

    /** Tries for three seconds to deliver what waits, then stops; what is left is counted in the log. */
    @Override
    public void close() {
        closed = true;
        try {
            if (!thread.join(CLOSE_WAIT)) {
                thread.interrupt();
                thread.join(CLOSE_WAIT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (waiting() > 0) {
            LOG.error("stopped with undelivered items queue={} items={}", name, waiting());
        }
    }

    private void giveUp() {
        if (dropped.count() == 0) {
            LOG.error("queue is full, the oldest items are given up queue={}; restore Redis and the database", name);
        }
        dropped.increment();
        undelivered.decrementAndGet();
    }

    private void run() {
        try {
            for (List<T> batch = nextBatch(); batch != null; batch = nextBatch()) {
                deliver(batch);
                undelivered.addAndGet(-batch.size());
            }
        } catch (InterruptedException e) {
            LOG.debug("delivery interrupted queue={}", name);
        }
    }

    /** @return null when the queue is closed and empty */
    private @Nullable List<T> nextBatch() throws InterruptedException {
        List<T> batch = new ArrayList<>();
        while (batch.isEmpty()) {
            T first = waiting.pollFirst(250, TimeUnit.MILLISECONDS);
            if (first != null) {
                batch.add(first);
                waiting.drainTo(batch, LARGEST_BATCH - 1);
            } else if (closed) {
                return null;
            }
        }
        return batch;
    }

    private void deliver(List<T> batch) throws InterruptedException {
        while (!delivered(batch)) {
            Thread.sleep(Math.min(FIRST_PAUSE_MILLIS << Math.min(failures - 1, 10), LONGEST_PAUSE_MILLIS));
        }
    }

    private boolean delivered(List<T> batch) throws InterruptedException {
        try {
            delivery.deliver(batch);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            failures++;
            failed.increment();
            if (failures == 1) {
                LOG.warn("delivery failed queue={} cause={}; trying again until it succeeds", name, e.toString());
            }
            return false;
        }
        if (failures > 0) {
            LOG.info("delivery recovered queue={} failures={}", name, failures);
            failures = 0;
        }
        return true;
    }
}
