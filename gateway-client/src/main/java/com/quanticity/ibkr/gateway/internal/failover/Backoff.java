package com.quanticity.ibkr.gateway.internal.failover;

import com.quanticity.ibkr.gateway.session.ReconnectSettings;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;

/** Pauses between attempts: they double with each failure up to the longest, with jitter, for ever. Control thread only. */
public final class Backoff {

    private final IntervalFunction pauses;
    private int failures;
    private int failuresBeforeReady;

    public Backoff(ReconnectSettings pausing) {
        this.pauses = pausing.jitter() == 0
                ? IntervalFunction.ofExponentialBackoff(pausing.initial(), 2.0, pausing.max())
                : IntervalFunction.ofExponentialRandomBackoff(pausing.initial(), 2.0, pausing.jitter(), pausing.max());
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
