package com.quanticity.ibkr.console.audit;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Does one thing at once and then again after each pause, on a thread of its own, whatever it throws. */
final class Regularly implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Regularly.class);

    private final String name;
    private final Duration pause;
    private final Runnable work;
    private volatile boolean running;
    private Thread thread = Thread.ofVirtual().unstarted(() -> {});
    private boolean failing;

    Regularly(String name, Duration pause, Runnable work) {
        this.name = name;
        this.pause = pause;
        this.work = work;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name(name).start(this::loop);
    }

    @Override
    public void stop() {
        running = false;
        thread.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void loop() {
        while (running) {
            try {
                work.run();
                failing = false;
            } catch (RuntimeException e) {
                if (!failing && running) {
                    LOG.warn("{} failed cause={}; trying again every {} s", name, e.toString(), pause.toSeconds());
                }
                failing = true;
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException _) {
                return;
            }
        }
    }
}
