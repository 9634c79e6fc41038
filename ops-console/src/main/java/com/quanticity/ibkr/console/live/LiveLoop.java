package com.quanticity.ibkr.console.live;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Draws the page while somebody looks: changes within a tick, everything once a second, and a heartbeat each second. */
final class LiveLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LiveLoop.class);
    private static final Duration TICK = Duration.ofMillis(50);
    private static final long BEAT_NANOS = Duration.ofSeconds(1).toNanos();

    private final LivePage page;
    private final Viewers viewers;
    private final Clock clock;
    private volatile boolean running;
    private Thread thread = Thread.ofVirtual().unstarted(() -> {});
    private boolean failing;

    LiveLoop(LivePage page, Viewers viewers, Clock clock) {
        this.page = page;
        this.viewers = viewers;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name("page").start(this::run);
    }

    @Override
    public void stop() {
        running = false;
        LockSupport.unpark(thread);
        viewers.closeAll();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Open pages end before the web server waits for its requests. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }

    private void run() {
        long nextBeat = System.nanoTime();
        while (running) {
            if (!viewers.isEmpty()) {
                draw();
            }
            if (System.nanoTime() - nextBeat >= 0) {
                viewers.beat();
                nextBeat = System.nanoTime() + BEAT_NANOS;
            }
            LockSupport.parkNanos(TICK.toNanos());
        }
    }

    private void draw() {
        try {
            page.draw(clock.instant());
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.error("page not drawn; it shows old values until this is repaired", e);
            }
            failing = true;
        }
    }
}
