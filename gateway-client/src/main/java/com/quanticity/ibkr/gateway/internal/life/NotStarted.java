package com.quanticity.ibkr.gateway.internal.life;

import com.quanticity.ibkr.model.session.SessionState;

/** Made, but not yet asked to connect. */
final class NotStarted extends LifeState {

    NotStarted(Life life) {
        super(life, "not started", null);
    }

    @Override
    SessionState name() {
        return SessionState.DISCONNECTED;
    }

    @Override
    LifeState onConnectDue() {
        return life.connecting();
    }
}
