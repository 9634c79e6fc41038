package com.quanticity.ibkr.gateway.autoconfigure;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Pauses between connection attempts, which never end.
 *
 * @param initial pause before the second attempt, doubles with each failure
 * @param max longest pause between attempts
 * @param jitter 0 to below 1: share by which pauses vary at random
 */
record ReconnectProperties(
        @DefaultValue("1s") Duration initial,
        @DefaultValue("60s") Duration max,
        @DefaultValue("0.2") double jitter) {

    void check(List<String> problems) {
        Problems.requirePositive(problems, "reconnect.initial", initial);
        if (max.compareTo(initial) <= 0) {
            problems.add("ibkr.gateway.reconnect.max must be longer than reconnect.initial, was " + Problems.text(max));
        }
        if (!(jitter >= 0 && jitter < 1)) {
            problems.add("ibkr.gateway.reconnect.jitter must be 0 or more and below 1, was " + jitter);
        }
    }
}
