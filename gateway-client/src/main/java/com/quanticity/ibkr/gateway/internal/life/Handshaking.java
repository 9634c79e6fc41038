package com.quanticity.ibkr.gateway.internal.life;

import com.quanticity.ibkr.gateway.ConnectPhase;
import com.quanticity.ibkr.model.session.SessionState;

/** The socket is open; version, accounts and next order id are awaited. */
final class Handshaking extends Connecting {

    Handshaking(Life life, Attempt attempt, Runnable interrupt) {
        super(life, attempt, "socket open, agreeing on a version");
        keepInterrupt(interrupt);
    }

    @Override
    SessionState name() {
        return SessionState.HANDSHAKE;
    }

    /** The attempt is already under way. */
    @Override
    void enter() {}

    @Override
    LifeState onPhase(Attempt from, ConnectPhase phase) {
        return this;
    }
}
