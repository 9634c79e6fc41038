package com.quanticity.ibkr.gateway.internal.life;

import com.quanticity.ibkr.model.session.SessionState;
import java.time.Duration;

/**
 * The gateway will not have us: the client id is in use, or the versions do not meet. The session keeps its id, backs off and tries
 * again: another id would not own its orders.
 */
final class Refused extends Disconnected {

    Refused(Life life, String reason, int errorCode, Duration pause) {
        super(life, reason, errorCode, pause);
    }

    @Override
    SessionState name() {
        return SessionState.REFUSED;
    }
}
