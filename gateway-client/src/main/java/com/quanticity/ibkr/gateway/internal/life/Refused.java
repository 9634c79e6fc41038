package com.quanticity.ibkr.gateway.internal.life;

import com.quanticity.ibkr.model.ops.AlarmKind;
import com.quanticity.ibkr.model.session.SessionState;
import java.time.Duration;

/**
 * The gateway will not have us: the client id is in use, or the versions do not meet. The session keeps its id, backs off and tries
 * again: another id would not own its orders.
 */
final class Refused extends Disconnected {

    private final AlarmKind alarm;

    /** @param alarm what to tell a person */
    Refused(Life life, String reason, int errorCode, AlarmKind alarm, Duration pause) {
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
