package com.quanticity.ibkr.benchmarks.throughput;

import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.event.TickEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Counts calls and tells when a round is complete. Called on the one thread that delivers. */
public final class TickCounter {

    /** A round takes a second or two. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final long callsPerRound;
    private final Semaphore complete = new Semaphore(0);
    private long calls;
    private long firstAtNanos;
    private volatile long roundNanos;

    TickCounter(long callsPerRound) {
        this.callsPerRound = callsPerRound;
    }

    /** One call more. */
    public void tick() {
        if (calls == 0) {
            firstAtNanos = System.nanoTime();
        }
        calls++;
        if (calls == callsPerRound) {
            roundNanos = System.nanoTime() - firstAtNanos;
            calls = 0;
            complete.release();
        }
    }

    void ticks(List<GatewayEvent> events) {
        for (GatewayEvent event : events) {
            if (event instanceof TickEvent.TickPrice || event instanceof TickEvent.TickSize) {
                tick();
            }
        }
    }

    /** Waits for the end of a round; returns how long it took from its first tick to its last. */
    long awaitRound() throws InterruptedException {
        if (!complete.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException(
                    "of a round's " + callsPerRound + " calls " + calls + " came in " + PATIENCE);
        }
        return roundNanos;
    }
}
