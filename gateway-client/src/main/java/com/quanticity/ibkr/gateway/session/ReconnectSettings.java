package com.quanticity.ibkr.gateway.session;

import com.quanticity.ibkr.gateway.internal.settings.Problems;
import java.time.Duration;

/**
 * Pauses between connection attempts, which never end.
 *
 * @param initial pause before the second attempt; doubles with each failure
 * @param max longest pause
 * @param jitter 0 to below 1, share by which a pause is shortened or lengthened at random
 */
public record ReconnectSettings(Duration initial, Duration max, double jitter) {

    /** 1 s to 60 s, 20 %. */
    public static final ReconnectSettings DEFAULT =
            new ReconnectSettings(Duration.ofSeconds(1), Duration.ofSeconds(60), 0.2);

    public ReconnectSettings {
        new Problems()
                .positive("reconnect.initial", initial)
                .require(
                        max.compareTo(initial) > 0,
                        "reconnect.max must be longer than reconnect.initial, was " + Problems.text(max))
                .require(jitter >= 0 && jitter < 1, "reconnect.jitter must be 0 or more and below 1, was " + jitter)
                .throwIfAny();
    }
}
