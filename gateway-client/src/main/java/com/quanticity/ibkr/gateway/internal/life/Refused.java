package com.quanticity.ibkr.gateway.internal.life;

import com.quanticity.ibkr.model.ops.AlarmKind;
import com.quanticity.ibkr.model.session.SessionState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The gateway will not have us: the client id is in use, the versions do not meet, it is read-only, or its
 * accounts are of the other environment. The session keeps its id, backs off and tries
 * again: another id would not own its orders.
 */
final class Refused extends Disconnected {

    private final AlarmKind alarm;

    /** @param alarm what to tell a person */
    Refused(Life life, String reason, @Nullable Integer errorCode, AlarmKind alarm, Duration pause) {
        super(life, reason, errorCode, pause);
        this.alarm = alarm;
    }

    @Override
    void enter() {
        super.enter();
        life.alarms().raise(alarm, "", reason());
    }

    @Override
    SessionState name() {
        return SessionState.REFUSED;
    }
}
