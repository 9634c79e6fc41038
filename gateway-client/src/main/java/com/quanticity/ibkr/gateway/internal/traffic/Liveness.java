package com.quanticity.ibkr.gateway.internal.traffic;

import com.quanticity.ibkr.gateway.session.LivenessSettings;
import java.time.Duration;

/**
 * Finds half-open connections: a probe that is not answered in time, or nothing received for too long. Knows no threads and no
 * clock; belongs to the control thread.
 */
final class Liveness {

    private final long probeIntervalNanos;
    private final long probeTimeoutNanos;
    private final long silenceTimeoutNanos;
    private long probeSentAt;
    private boolean probeIsOut;
    private long lastProbeAt;

    Liveness(LivenessSettings settings) {
        this.probeIntervalNanos = settings.probeInterval().toNanos();
        this.probeTimeoutNanos = settings.probeTimeout().toNanos();
        this.silenceTimeoutNanos = settings.silenceTimeout().toNanos();
    }

    /** What to do now. */
    sealed interface Verdict {
        record Fine() implements Verdict {}

        record SendProbe() implements Verdict {}

        record Dead(String message) implements Verdict {}
    }

    void onConnected(long nowNanos) {
        probeIsOut = false;
        lastProbeAt = nowNanos;
    }

    /** True when the answer was waited for. */
    boolean onAnswer() {
        boolean wasOut = probeIsOut;
        probeIsOut = false;
        return wasOut;
    }

    Verdict check(long nowNanos, long lastReceivedNanos) {
        if (nowNanos - lastReceivedNanos >= silenceTimeoutNanos) {
            return new Verdict.Dead("nothing received for " + millis(nowNanos - lastReceivedNanos) + " ms");
        }
        if (probeIsOut) {
            return nowNanos - probeSentAt >= probeTimeoutNanos
                    ? new Verdict.Dead("no answer to the probe for " + millis(nowNanos - probeSentAt) + " ms")
                    : new Verdict.Fine();
        }
        if (nowNanos - lastProbeAt >= probeIntervalNanos) {
            probeIsOut = true;
            probeSentAt = nowNanos;
            lastProbeAt = nowNanos;
            return new Verdict.SendProbe();
        }
        return new Verdict.Fine();
    }

    private static long millis(long nanos) {
        return Duration.ofNanos(nanos).toMillis();
    }
}
