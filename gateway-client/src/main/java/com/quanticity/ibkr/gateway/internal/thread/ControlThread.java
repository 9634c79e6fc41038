package com.quanticity.ibkr.gateway.internal.thread;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The real control thread: one platform thread; blocking work runs on virtual threads. */
public final class ControlThread implements SessionScheduler {

    private static final Logger log = LoggerFactory.getLogger(ControlThread.class);

    private final ScheduledThreadPoolExecutor executor;

    public ControlThread(String name) {
        this.executor = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name(name).daemon().factory());
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public void execute(Runnable task) {
        try {
            executor.execute(guarded(task));
        } catch (RejectedExecutionException e) {
            // Closed: nothing is left to control.
            log.debug("control task after close dropped");
        }
    }

    @Override
    public Runnable schedule(Duration delay, Runnable task) {
        try {
            Future<?> future = executor.schedule(guarded(task), delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> future.cancel(false);
        } catch (RejectedExecutionException e) {
            return () -> {};
        }
    }

    @Override
    public Runnable runBlocking(String name, Runnable work) {
        Thread thread = Thread.ofVirtual().name(name).start(guarded(work));
        return thread::interrupt;
    }

    @Override
    public void shutdown() {
        executor.shutdown();
    }

    /** A task that throws would be lost without a word. */
    private static Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (Throwable e) {
                log.error("session control task failed action=report-this-defect", e);
            }
        };
    }
}
