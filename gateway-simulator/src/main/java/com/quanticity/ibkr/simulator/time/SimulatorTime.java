package com.quanticity.ibkr.simulator.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Where a simulator gets its time from. Thread-safe. */
public abstract sealed class SimulatorTime implements InstantSource {

    /** The machine's clock. */
    public static SimulatorTime real() {
        return new Real();
    }

    /** A clock that stands still until a test moves it. */
    public static Stepped stepped(Instant start) {
        return new Stepped(start);
    }

    /** Whether time passes by itself. */
    abstract boolean flows();

    /** Calls back, on the moving thread, each time somebody moves this clock. */
    abstract void onMoved(Runnable listener);

    /** The machine's clock. */
    static final class Real extends SimulatorTime {

        @Override
        public Instant instant() {
            return Instant.now();
        }

        @Override
        boolean flows() {
            return true;
        }

        @Override
        void onMoved(Runnable listener) {
            // nobody moves the machine's clock
        }
    }

    /** A clock that stands still until it is moved. */
    public static final class Stepped extends SimulatorTime {

        private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
        private volatile Instant now;

        private Stepped(Instant start) {
            this.now = start;
        }

        @Override
        public Instant instant() {
            return now;
        }

        /** Moves the clock; when this returns, everything that became due has been done. */
        public synchronized void advance(Duration step) {
            now = now.plus(step);
            listeners.forEach(Runnable::run);
        }

        @Override
        boolean flows() {
            return false;
        }

        @Override
        void onMoved(Runnable listener) {
            listeners.add(listener);
        }
    }
}
