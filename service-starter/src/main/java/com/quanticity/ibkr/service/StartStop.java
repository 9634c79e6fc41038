package com.quanticity.ibkr.service;

import org.springframework.context.SmartLifecycle;

/**
 * Starts one part of a service at its step and stops it at the same step of the way back. Each service states its steps in one enum, so
 * that the order in which it comes up and goes down stands in one place.
 */
public final class StartStop implements SmartLifecycle {

    /** A place in the order. Lower phases start first and stop last; Redis is there from phase 0 on. */
    @FunctionalInterface
    public interface Step {
        int phase();
    }

    private final Step step;
    private final Runnable start;
    private final Runnable stop;
    private volatile boolean running;

    public StartStop(Step step, Runnable start, Runnable stop) {
        this.step = step;
        this.start = start;
        this.stop = stop;
    }

    @Override
    public void start() {
        start.run();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        stop.run();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return step.phase();
    }
}
