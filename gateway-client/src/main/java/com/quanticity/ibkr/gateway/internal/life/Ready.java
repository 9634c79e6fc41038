package com.quanticity.ibkr.gateway.internal.life;

import com.quanticity.ibkr.model.session.SessionState;

/** Everything is known and orders may leave. */
final class Ready extends Usable {

    Ready(Life life, Link link) {
        super(life, link, "ready", null);
    }

    @Override
    SessionState name() {
        return SessionState.READY;
    }

    @Override
    void exit() {
        life.withdrawOrders();
    }
}
