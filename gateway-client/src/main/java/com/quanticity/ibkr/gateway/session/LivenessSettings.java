package com.quanticity.ibkr.gateway.session;

import com.quanticity.ibkr.gateway.internal.settings.Problems;
import java.time.Duration;

/**
 * How a connection is found to be dead.
 *
 * @param probeInterval how often the gateway is asked for its time
 * @param probeTimeout how long it may take to answer before the connection is given up
 * @param silenceTimeout how long nothing at all may arrive before the connection is given up; longer than the probe interval
 */
public record LivenessSettings(Duration probeInterval, Duration probeTimeout, Duration silenceTimeout) {

    /** Every 10 s, answered within 10 s, silent for 30 s at most. */
    public static final LivenessSettings DEFAULT =
            new LivenessSettings(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(30));

    public LivenessSettings {
        new Problems()
                .positive("liveness.probe-interval", probeInterval)
                .positive("liveness.probe-timeout", probeTimeout)
                .positive("liveness.silence-timeout", silenceTimeout)
                .require(
                        silenceTimeout.compareTo(probeInterval) > 0,
                        "liveness.silence-timeout must be longer than liveness.probe-interval, was "
                                + Problems.text(silenceTimeout))
                .throwIfAny();
    }
}
