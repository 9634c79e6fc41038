package com.quanticity.ibkr.simulator.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks one after the other on its own thread: those handed in, and those that become due.
 *
 * <p>Thread-safe. A task that throws is logged and counted; the loop goes on.
 */
public final class EventLoop implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EventLoop.class);

    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final SimulatorTime time;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition settled = lock.newCondition();
    private final Queue<Runnable> inbox = new ArrayDeque<>();
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(Comparator.comparing(Timer::due).thenComparingLong(Timer::sequence));
    private long sequence;
    private boolean isWaiting;
    private boolean closed;
    private final AtomicLong failures = new AtomicLong();

    public EventLoop(SimulatorTime time) {
        this.time = time;
        this.thread = Thread.ofPlatform().name("simulator-engine").daemon().unstarted(this::run);
        time.onMoved(this::settle);
    }

    /** Starts the thread; tasks handed in before wait until now. */
    public EventLoop start() {
        thread.start();
        return this;
    }

    public Instant now() {
        return time.instant();
    }

    /** Tasks that threw so far. */
    public long failures() {
        return failures.get();
    }

    /** Runs a task as soon as possible, after those handed in before; a closed loop drops it. */
    public void execute(Runnable task) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            inbox.add(task);
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Runs a task when its time has come. */
    public Timer at(Instant due, Runnable task) {
        lock.lock();
        try {
            Timer timer = new Timer(due, sequence++, task);
            timers.add(timer);
            changed.signal();
            return timer;
        } finally {
            lock.unlock();
        }
    }

    /** Runs a task after a while. */
    public Timer after(Duration delay, Runnable task) {
        return at(now().plus(delay), task);
    }

    /**
     * Runs a task on the loop and waits for its result.
     *
     * @throws IllegalStateException when the loop is closed
     */
    public <T extends @Nullable Object> T call(Supplier<T> task) {
        if (isOnLoop()) {
            return task.get();
        }
        CompletableFuture<T> result = new CompletableFuture<>();
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("the simulator is closed");
            }
            inbox.add(() -> complete(result, task));
            changed.signal();
        } finally {
            lock.unlock();
        }
        try {
            return result.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    /**
     * Does slow work, such as reading files, on a thread of its own, and goes on with its result on the loop. On a clock that
     * stands still the loop itself does it, since nothing is due meanwhile. Event loop only.
     */
    public <T> void offload(Supplier<T> work, Consumer<T> then) {
        if (!time.flows()) {
            then.accept(work.get());
            return;
        }
        Thread.ofPlatform().daemon().name("simulator-reader").start(() -> {
            CompletableFuture<T> result = new CompletableFuture<>();
            complete(result, work);
            execute(() -> then.accept(result.join()));
        });
    }

    /** Ends the thread after the running task; waits for it. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signal();
            settled.signalAll();
        } finally {
            lock.unlock();
        }
        if (!isOnLoop() && thread.isAlive()) {
            joinThread();
        }
    }

    private void joinThread() {
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isOnLoop() {
        return Thread.currentThread().equals(thread);
    }

    /** Waits until everything that the stepped clock made due is done, and what followed from it, too. */
    private void settle() {
        if (isOnLoop() || !thread.isAlive()) {
            return;
        }
        lock.lock();
        try {
            changed.signal();
            while (!time.flows() && !closed && !(isWaiting && isAllDone())) {
                settled.await();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private boolean isAllDone() {
        Timer first = firstLiveTimer();
        return inbox.isEmpty() && (first == null || first.due().isAfter(time.horizon()));
    }

    private static <T extends @Nullable Object> void complete(CompletableFuture<T> result, Supplier<T> task) {
        try {
            result.complete(task.get());
        } catch (RuntimeException failed) {
            result.completeExceptionally(failed);
        }
    }

    private void run() {
        for (Runnable task = next(); task != null; task = next()) {
            try {
                task.run();
            } catch (RuntimeException failed) {
                failures.incrementAndGet();
                log.error("simulator task failed", failed);
            }
        }
        drain();
    }

    /** The next task: a due timer before anything handed in; null once the loop is closed. */
    private @Nullable Runnable next() {
        lock.lock();
        try {
            while (!closed) {
                Instant now = time.horizon();
                Timer first = firstLiveTimer();
                if (first != null && !first.due().isAfter(now)) {
                    timers.remove();
                    time.reach(first.due());
                    return first.task();
                }
                Runnable handedIn = inbox.poll();
                if (handedIn != null) {
                    return handedIn;
                }
                Duration wait =
                        first == null || !time.flows() ? FOR_EVER : time.real(Duration.between(now, first.due()));
                isWaiting = true;
                settled.signalAll();
                long _ = changed.awaitNanos(wait.toNanos());
                isWaiting = false;
            }
            return null;
        } catch (InterruptedException stopping) {
            closed = true;
            return null;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Timer firstLiveTimer() {
        while (!timers.isEmpty() && timers.element().isCancelled()) {
            timers.remove();
        }
        return timers.peek();
    }

    /** Callers that wait for a result must not wait for ever. */
    private void drain() {
        lock.lock();
        try {
            inbox.forEach(Runnable::run);
            inbox.clear();
        } finally {
            lock.unlock();
        }
    }

    /** A task that waits for its time. */
    public static final class Timer {

        private final Instant due;
        private final long sequence;
        private final Runnable task;
        private volatile boolean cancelled;

        private Timer(Instant due, long sequence, Runnable task) {
            this.due = due;
            this.sequence = sequence;
            this.task = task;
        }

        public void cancel() {
            cancelled = true;
        }

        private boolean isCancelled() {
            return cancelled;
        }

        private Instant due() {
            return due;
        }

        private long sequence() {
            return sequence;
        }

        private Runnable task() {
            return task;
        }
    }
}
