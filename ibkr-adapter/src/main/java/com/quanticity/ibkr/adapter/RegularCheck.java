package com.quanticity.ibkr.adapter;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls something again and again on a thread of its own; a call that fails is logged and the next one is made all the same. */
public final class RegularCheck implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RegularCheck.class);

    private final String name;
    private final Duration pause;
    private final Runnable check;
    private final ScheduledExecutorService executor;

    public RegularCheck(String name, Duration pause, Runnable check) {
        this.name = name;
        this.pause = pause;
        this.check = check;
        this.executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    public void start() {
        Future<?> _ =
                executor.scheduleWithFixedDelay(this::run, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run() {
        try {
            check.run();
        } catch (RuntimeException e) {
            LOG.error("regular check failed name={}; it is made again", name, e);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
