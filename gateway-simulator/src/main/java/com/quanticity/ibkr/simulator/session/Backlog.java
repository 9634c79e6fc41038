package com.quanticity.ibkr.simulator.session;

import com.quanticity.ibkr.simulator.market.Congestion;
import com.quanticity.ibkr.simulator.time.EventLoop;
import org.jspecify.annotations.Nullable;

/** How many connections have too much to send. Thread-safe: outboxes tell on any thread. */
public final class Backlog implements Congestion {

    private final EventLoop loop;
    private int full;
    private @Nullable Runnable waiting;

    public Backlog(EventLoop loop) {
        this.loop = loop;
    }

    synchronized void onFull() {
        full++;
    }

    synchronized void onDrained() {
        full--;
        release();
    }

    @Override
    public synchronized boolean isThere() {
        return full > 0;
    }

    @Override
    public synchronized void whenOver(Runnable task) {
        waiting = task;
        release();
    }

    private void release() {
        Runnable task = waiting;
        if (full == 0 && task != null) {
            waiting = null;
            loop.execute(task);
        }
    }
}
