package com.quanticity.ibkr.model.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which events of a session may be missing. Told when it begins, and again, complete, when the session is usable again and
 * has been synchronised.
 *
 * @param cause what began it
 * @param reason one line: what happened
 * @param connectionBefore number of the connection it began on; a later connection has a higher number
 * @param connectionAfter number of the connection it ended on, the same after a loss between gateway and broker; 0 while it lasts
 * @param from when the last event before it came
 * @param to when the session was usable again, null while it lasts
 * @param streamsLost true when every stream has to start anew; false when the gateway kept them, as far as is known by now
 * @param eventsDropped events thrown away because the application was too slow, 0 for every other cause
 */
public record SessionGap(
        Cause cause,
        String reason,
        long connectionBefore,
        long connectionAfter,
        Instant from,
        @Nullable Instant to,
        boolean streamsLost,
        long eventsDropped) {

    /** What begins a gap. */
    public enum Cause {
        /** The connection to the gateway ended. */
        CONNECTION_LOST,
        /** The gateway lost the broker (1100, 2110). */
        BROKER_LINK_LOST,
        /** The link was lost and is back, and only the end was told (1101, 1102). */
        BROKER_LINK_RESTORED,
        /** The application did not keep up and events were dropped. */
        CONSUMER_TOO_SLOW
    }

    /** True while it lasts. */
    public boolean isOpen() {
        return to == null;
    }
}
