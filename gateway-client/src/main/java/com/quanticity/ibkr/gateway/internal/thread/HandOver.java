package com.quanticity.ibkr.gateway.internal.thread;

import com.quanticity.ibkr.gateway.session.EventBatch;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bounded queue between reader and application, and the consumer thread that empties it. Batches count by their events; tasks
 * such as state changes always fit, and everything is consumed in the order it came.
 */
public final class HandOver {

    private static final Logger log = LoggerFactory.getLogger(HandOver.class);

    private final Deque<Entry> queue = new ArrayDeque<>();
    private final int capacity;
    private final Consumer<EventBatch> consumer;
    private final Consumer<Throwable> onFailure;
    private final Thread thread;
    private int waitingEvents;
    private boolean closed;

    public HandOver(String name, int capacity, Consumer<EventBatch> consumer, Consumer<Throwable> onFailure) {
        this.capacity = capacity;
        this.consumer = consumer;
        this.onFailure = onFailure;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    /** Either a batch or a task. */
    private record Entry(
            @Nullable EventBatch batch, @Nullable Runnable task) {}

    public void start() {
        thread.start();
    }

    /** False when the batch does not fit: the application has fallen behind. An empty queue takes a batch of any size. */
    public boolean offer(EventBatch batch) {
        synchronized (queue) {
            int events = batch.events().size();
            if (closed || (waitingEvents > 0 && waitingEvents + events > capacity)) {
                return false;
            }
            waitingEvents += events;
            queue.add(new Entry(batch, null));
            queue.notifyAll();
            return true;
        }
    }

    public void post(Runnable task) {
        synchronized (queue) {
            queue.add(new Entry(null, task));
            queue.notifyAll();
        }
    }

    /** Ahead of everything that waits. */
    public void postFirst(Runnable task) {
        synchronized (queue) {
            queue.addFirst(new Entry(null, task));
            queue.notifyAll();
        }
    }

    /** True on the consumer thread. */
    public boolean isConsumer() {
        return Thread.currentThread().equals(thread);
    }

    public int waitingEvents() {
        synchronized (queue) {
            return waitingEvents;
        }
    }

    /**
     * Lets the thread end when the queue is empty, and waits for it unless it is the caller. An application that blocks for longer
     * is interrupted.
     */
    public void close(Duration limit) throws InterruptedException {
        synchronized (queue) {
            closed = true;
            queue.notifyAll();
        }
        if (!Thread.currentThread().equals(thread)) {
            if (thread.getState() != Thread.State.NEW && !thread.join(limit)) {
                thread.interrupt();
            }
        }
    }

    private void run() {
        try {
            Entry entry = take();
            while (entry != null) {
                consume(entry);
                entry = take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void consume(Entry entry) {
        try {
            EventBatch batch = entry.batch();
            if (batch != null) {
                consumer.accept(batch);
            }
            Runnable task = entry.task();
            if (task != null) {
                task.run();
            }
        } catch (Throwable e) {
            // An Error, too: without this thread orders would still go out, and nothing would ever be answered.
            failed(e);
        }
    }

    private void failed(Throwable failure) {
        try {
            onFailure.accept(failure);
        } catch (Throwable e) {
            log.error("session consumer failed twice action=report-this-defect", e);
        }
    }

    private @Nullable Entry take() throws InterruptedException {
        synchronized (queue) {
            while (queue.isEmpty() && !closed) {
                queue.wait();
            }
            Entry entry = queue.poll();
            EventBatch batch = entry == null ? null : entry.batch();
            if (batch != null) {
                waitingEvents -= batch.events().size();
            }
            return entry;
        }
    }
}
