package com.quanticity.ibkr.gateway.internal.thread;

import java.time.Duration;

/** The session's control thread and its clock for intervals. Tests move the clock by hand. */
public interface SessionScheduler {

    /** Monotonic nanoseconds. */
    long nanoTime();

    /** Runs on the control thread, after everything handed in before. */
    void execute(Runnable task);

    /** Runs on the control thread after a delay; the result cancels it. */
    Runnable schedule(Duration delay, Runnable task);

    /** Runs blocking work on a thread of its own; the result interrupts it. */
    Runnable runBlocking(String name, Runnable work);

    void shutdown();
}
