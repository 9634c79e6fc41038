package com.quanticity.ibkr.simulator.session;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Holds every reader and writer while closed: the sockets stay open and silent, as on a half-open link. Thread-safe. */
public final class PauseGate {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition opened = lock.newCondition();
    private boolean paused;

    public void pause() {
        set(true);
    }

    public void resume() {
        set(false);
    }

    public boolean isPaused() {
        lock.lock();
        try {
            return paused;
        } finally {
            lock.unlock();
        }
    }

    void await() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (paused) {
                opened.await();
            }
        } finally {
            lock.unlock();
        }
    }

    private void set(boolean value) {
        lock.lock();
        try {
            paused = value;
            opened.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
