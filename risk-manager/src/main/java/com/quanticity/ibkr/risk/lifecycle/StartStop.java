package com.quanticity.ibkr.risk.lifecycle;

import org.springframework.context.SmartLifecycle;

/** Starts and stops one part of the service at its step. */
public final class StartStop implements SmartLifecycle {

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
