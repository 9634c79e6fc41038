package com.quanticity.ibkr.gateway.internal.alarm;

import java.time.Instant;
import java.util.Optional;

/** Whether an outage at a moment is planned. */
@FunctionalInterface
public interface Excuse {

    Excuse NEVER = at -> Optional.empty();

    /** Until when an outage at this moment is planned, empty when it is not. */
    Optional<Instant> until(Instant at);
}
