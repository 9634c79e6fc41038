package com.quanticity.ibkr.adapter.marketdata;

import com.quanticity.ibkr.model.market.Quote;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Quotes waiting for Redis, oldest first, at most so many. Putting never blocks: beyond the bound the oldest make room. */
final class QuoteBuffer {

    private final int capacity;
    private final ArrayDeque<Quote> waiting = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition notEmpty = lock.newCondition();

    QuoteBuffer(int capacity) {
        this.capacity = capacity;
    }

    /** Adds quotes and returns how many of the oldest were dropped for them. */
    int put(List<Quote> quotes) {
        lock.lock();
        try {
            waiting.addAll(quotes);
            int dropped = 0;
            for (; waiting.size() > capacity; dropped++) {
                waiting.removeFirst();
            }
            notEmpty.signal();
            return dropped;
        } finally {
            lock.unlock();
        }
    }

    /** What waits, at most so many; waits for the first for the given time at most. Possibly empty. */
    List<Quote> take(int most, Duration patience) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long nanos = patience.toNanos();
            while (waiting.isEmpty() && nanos > 0) {
                nanos = notEmpty.awaitNanos(nanos);
            }
            List<Quote> taken = new ArrayList<>(Math.min(most, waiting.size()));
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
}
