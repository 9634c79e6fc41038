package com.quanticity.ibkr.gateway.internal.thread;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;

/** A control thread without a thread: the test moves the clock, and everything due runs in its order, blocking work included. */
public final class FakeScheduler implements SessionScheduler {

    private final Queue<Runnable> ready = new ArrayDeque<>();
    private final List<Timer> timers = new ArrayList<>();
    private long now;
    private boolean running;

    private record Timer(long dueAt, Runnable task) {}

    @Override
    public long nanoTime() {
        return now;
    }

    @Override
    public void execute(Runnable task) {
        ready.add(task);
        runReady();
    }

    @Override
    public Runnable schedule(Duration delay, Runnable task) {
        Timer timer = new Timer(now + delay.toNanos(), task);
        timers.add(timer);
        return () -> timers.remove(timer);
    }

    @Override
    public Runnable runBlocking(String name, Runnable work) {
        execute(work);
        return () -> {};
    }

    @Override
    public void shutdown() {
        timers.clear();
    }

    public void advance(Duration by) {
        long target = now + by.toNanos();
        Timer next = nextUntil(target);
        while (next != null) {
            timers.remove(next);
            now = Math.max(now, next.dueAt());
            execute(next.task());
            next = nextUntil(target);
        }
        now = target;
    }

    /** Pause until the next timer, for example the next attempt. */
    public Duration untilNextTimer() {
        return Duration.ofNanos(timers.stream().mapToLong(Timer::dueAt).min().orElseThrow() - now);
    }

    private @org.jspecify.annotations.Nullable Timer nextUntil(long target) {
        return timers.stream()
                .filter(timer -> timer.dueAt() <= target)
                .min(Comparator.comparingLong(Timer::dueAt))
                .orElse(null);
    }

    /** Tasks run after the one that handed them in, as on a real control thread. */
    private void runReady() {
        if (running) {
            return;
        }
        running = true;
        try {
            Runnable next = ready.poll();
            while (next != null) {
                next.run();
                next = ready.poll();
            }
        } finally {
            running = false;
        }
    }
}
