package com.quanticity.ibkr.gateway.internal.life;

import org.jspecify.annotations.Nullable;

/** Connected and synchronised: READY, or DEGRADED. The two change into each other without synchronising anew. */
abstract class Usable extends Linked {

    Usable(Life life, Link link, String reason, @Nullable Integer errorCode) {
        super(life, link, reason, errorCode);
    }

    @Override
    void enter() {
        life.succeeded(link);
    }

    @Override
    final LifeState impaired() {
        return life.usable(link, this);
    }
}
