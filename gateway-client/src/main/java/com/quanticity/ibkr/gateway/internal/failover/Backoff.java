package com.quanticity.ibkr.gateway.internal.failover;

import com.quanticity.ibkr.gateway.session.SessionSettings;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;

/** Pauses between attempts: they double with each failure up to the longest, with jitter, for ever. Control thread only. */
public final class Backoff {

    private final IntervalFunction pauses;
    private int failures;
    private int failuresBeforeReady;

    public Backoff(SessionSettings settings) {
        this.pauses = settings.reconnectJitter() == 0
                ? IntervalFunction.ofExponentialBackoff(settings.reconnectInitial(), 2.0, settings.reconnectMax())
                : IntervalFunction.ofExponentialRandomBackoff(
                        settings.reconnectInitial(), 2.0, settings.reconnectJitter(), settings.reconnectMax());
    }

    public int failures() {
        return failures;
    }

    /** Counts a failure; how long to wait before the next attempt. */
    public Duration nextPause() {
        failures++;
        return Duration.ofMillis(pauses.apply(failures));
    }

    public void succeeded() {
        failuresBeforeReady = failures;
        failures = 0;
    }

    /** The last success was none: our own side failed, and would fail again every second. */
    public void wasNoSuccess() {
        failures = Math.max(failures, failuresBeforeReady);
    }
}
