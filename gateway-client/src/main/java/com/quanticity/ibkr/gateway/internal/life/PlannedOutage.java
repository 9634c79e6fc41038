package com.quanticity.ibkr.gateway.internal.life;

import com.quanticity.ibkr.model.session.SessionState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Away on schedule: tried again as ever, but nobody is told and nothing fails over before the outage should be over. */
final class PlannedOutage extends Disconnected {

    PlannedOutage(Life life, String reason, @Nullable Integer errorCode, Duration pause, Instant until) {
        super(life, "planned until " + until + ": " + reason, errorCode, pause);
    }

    @Override
    SessionState name() {
        return SessionState.PLANNED_OUTAGE;
    }
}
