package com.quanticity.ibkr.adapter.stream;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Items waiting for Redis, oldest first, at most so many. Putting never blocks: beyond the bound the oldest make room. Thread-safe. */
final class ItemBuffer<T> {

    private final int capacity;
    private final ArrayDeque<T> waiting = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean closed;

    ItemBuffer(int capacity) {
        this.capacity = capacity;
    }

    /** Adds items and returns how many of the oldest were dropped for them. */
    int put(List<? extends T> items) {
        lock.lock();
        try {
            waiting.addAll(items);
            int dropped = 0;
            for (; waiting.size() > capacity; dropped++) {
                waiting.removeFirst();
            }
            changed.signal();
            return dropped;
        } finally {
            lock.unlock();
        }
    }

    /** What waits, at most so many; waits for the first for the given time at most, once closed not at all. Possibly empty. */
    List<T> take(int most, Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long nanos = patience.toNanos();
            while (waiting.isEmpty() && !closed && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            List<T> taken = new ArrayList<>(Math.min(most, waiting.size()));
            while (taken.size() < most && !waiting.isEmpty()) {
                taken.add(waiting.removeFirst());
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    /** Nobody waits for more from now on; what is there may still be taken. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isFinished() {
        lock.lock();
        try {
            return closed && waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }
}
