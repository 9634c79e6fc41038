package com.quanticity.ibkr.chaos.plan;

import java.time.Duration;

/**
 * A fault.
 *
 * @param length how long what was killed stays away, or how long the trouble lasts
 */
public record PlannedFault(FaultKind kind, Moment moment, Duration length) {

    @Override
    public String toString() {
        return kind + " " + moment + " for " + length.toMillis() + " ms";
    }
}
