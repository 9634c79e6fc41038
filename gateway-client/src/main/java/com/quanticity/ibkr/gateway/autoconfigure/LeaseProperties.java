package com.quanticity.ibkr.gateway.autoconfigure;

import com.quanticity.ibkr.gateway.internal.settings.Problems;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Sharing client id and budgets with other processes through Redis.
 *
 * @param mode REQUIRED: connects only with the lease of its client id, and shares the message budget of the gateway. OFF: neither; the
 *     process has its client id and its gateway for itself
 * @param timeToLive how long the id stays taken after its holder was killed; 3 s or more
 */
record LeaseProperties(
        @DefaultValue("REQUIRED") Mode mode,
        @DefaultValue("10s") Duration timeToLive) {

    private static final Duration SHORTEST = Duration.ofSeconds(3);

    /** Whether leases are needed. */
    enum Mode {
        REQUIRED,
        OFF
    }

    void check(Problems problems) {
        problems.require(
                timeToLive.compareTo(SHORTEST) >= 0,
                "lease.time-to-live must be 3s or more, was " + Problems.text(timeToLive));
    }
}
