package com.quanticity.ibkr.simulator.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;

/** Where a simulator gets its time from. Thread-safe. */
public abstract sealed class SimulatorTime implements InstantSource {

    private static final double FASTEST = 100_000;

    /** The machine's clock. */
    public static SimulatorTime real() {
        return new Real();
    }

    /**
     * A clock that starts at a chosen moment and runs at its own speed.
     *
     * @param speed simulated seconds in one real second, above zero
     */
    public static Accelerated accelerated(Instant start, double speed) {
        return new Accelerated(start, speed, System::nanoTime);
    }

    /** A clock that stands still until a test moves it. */
    public static Stepped stepped(Instant start) {
        return new Stepped(start);
    }

    /** Simulated seconds in one real second: 1 for the machine's clock, 0 for one that stands still. */
    public abstract double speed();

    /** Up to when tasks are due now. */
    abstract Instant horizon();

    /** Tells that the loop has come to a task that is due at this moment. */
    abstract void reach(Instant due);

    /** Calls back, on the moving thread, each time somebody moves this clock. */
    abstract void onMoved(Runnable listener);

    /** Whether time passes by itself. */
    final boolean flows() {
        return speed() > 0;
    }

    /** How long to wait on the machine's clock for so much of this one. */
    final Duration real(Duration simulated) {
        double speed = speed();
        return speed == 1 ? simulated : Duration.ofNanos((long) Math.ceil(simulated.toNanos() / speed));
    }

    /** A clock that can be moved forward by hand. */
    public sealed interface Movable permits Accelerated, Stepped {

        /**
         * Moves the clock forward.
         *
         * @throws IllegalArgumentException when the step is negative
         */
        void advance(Duration step);
    }

    private static void requireForward(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("the clock cannot go back by " + step.abs() + ": give a positive step");
        }
    }

    /** The machine's clock. */
    static final class Real extends SimulatorTime {

        @Override
        public Instant instant() {
            return Instant.now();
        }

        @Override
        public double speed() {
            return 1;
        }

        @Override
        Instant horizon() {
            return instant();
        }

        @Override
        void reach(Instant due) {
            // time has passed by itself
        }

        @Override
        void onMoved(Runnable listener) {
            // nobody moves the machine's clock
        }
    }

    /** A clock of its own start and speed. */
    public static final class Accelerated extends SimulatorTime implements Movable {

        private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
        private final double speed;
        private final LongSupplier nanos;
        private final long startNanos;
        private volatile Instant start;

        Accelerated(Instant start, double speed, LongSupplier nanos) {
            if (!(speed > 0) || speed > FASTEST) {
                throw new IllegalArgumentException(
                        "clock speed must be above zero and at most 100000, not " + speed + ": give 1 for real time");
            }
            this.start = start;
            this.speed = speed;
            this.nanos = nanos;
            this.startNanos = nanos.getAsLong();
        }

        @Override
        public Instant instant() {
            long elapsed = nanos.getAsLong() - startNanos;
            return start.plusNanos(speed == 1 ? elapsed : (long) (elapsed * speed));
        }

        @Override
        public double speed() {
            return speed;
        }

        /** Jumps ahead; what becomes due by that is done soon after this returns. */
        @Override
        public synchronized void advance(Duration step) {
            requireForward(step);
            start = start.plus(step);
            listeners.forEach(Runnable::run);
        }

        @Override
        Instant horizon() {
            return instant();
        }

        @Override
        void reach(Instant due) {
            // time has passed by itself
        }

        @Override
        void onMoved(Runnable listener) {
            listeners.add(listener);
        }
    }

    /** A clock that stands still until it is moved. */
    public static final class Stepped extends SimulatorTime implements Movable {

        private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
        private volatile Instant now;
        private volatile Instant target;

        private Stepped(Instant start) {
            this.now = start;
            this.target = start;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public double speed() {
            return 0;
        }

        /**
         * Moves the clock through every task on the way, each of which sees the time it is due at; when this returns, all that
         * became due has been done.
         */
        @Override
        public synchronized void advance(Duration step) {
            requireForward(step);
            target = now.plus(step);
            listeners.forEach(Runnable::run);
            now = target;
        }

        @Override
        Instant horizon() {
            return target;
        }

        @Override
        void reach(Instant due) {
            if (due.isAfter(now)) {
                now = due;
            }
        }

        @Override
        void onMoved(Runnable listener) {
            listeners.add(listener);
        }
    }
}
