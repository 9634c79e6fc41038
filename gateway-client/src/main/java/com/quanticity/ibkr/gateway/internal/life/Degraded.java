package com.quanticity.ibkr.gateway.internal.life;

import com.quanticity.ibkr.model.session.SessionState;

/** Something is impaired that trading needs: orders are held, everything else goes on. */
final class Degraded extends Usable {

    Degraded(Life life, Link link, String reason) {
        super(life, link, reason, null);
    }

    @Override
    SessionState name() {
        return SessionState.DEGRADED;
    }
}
