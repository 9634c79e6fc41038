package com.quanticity.ibkr.console.feed;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Does one thing again and again on a thread of its own, whatever it throws. */
final class EverySecond implements SmartLifecycle {

    /** What is done; throws when it could not. */
    interface Work {
        void run() throws Exception;
    }

    private static final Logger LOG = LoggerFactory.getLogger(EverySecond.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final String name;
    private final Work work;
    private volatile boolean running;
    private Thread thread = Thread.ofVirtual().unstarted(() -> {});
    private boolean failing;

    EverySecond(String name, Work work) {
        this.name = name;
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
                once();
                Thread.sleep(PAUSE);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private void once() throws InterruptedException {
        try {
            work.run();
            if (failing) {
                LOG.info("poller recovered name={}", name);
            }
            failing = false;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            if (!failing && running) {
                LOG.warn("poller failed name={} cause={}; trying again each second", name, e.toString());
            }
            failing = true;
        }
    }
}
