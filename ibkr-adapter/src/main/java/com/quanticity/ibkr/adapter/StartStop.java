package com.quanticity.ibkr.adapter;

import org.springframework.context.SmartLifecycle;

/**
 * Starts a part of the service after the web server listens and stops it before, so that a start that fails (a busy port) never reaches
 * the gateway. Lower steps start first and stop last.
 */
public final class StartStop implements SmartLifecycle {

    /** In the order they start: publishers, then the session, then the consumers of commands. */
    public enum Step {
        PUBLISH(3),
        LISTEN(2),
        CONNECT(1),
        CONSUME(0);

        private final int before;

        /** @param before how many phases before the last one, which is Spring's default */
        Step(int before) {
            this.before = before;
        }
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
        return DEFAULT_PHASE - step.before;
    }
}
