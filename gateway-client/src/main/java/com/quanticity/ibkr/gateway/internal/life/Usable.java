package com.quanticity.ibkr.gateway.internal.life;

import com.quanticity.ibkr.gateway.session.Impairment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Connected and synchronised: READY, or DEGRADED. The two change into each other without synchronising anew. */
abstract class Usable extends Linked {

    Usable(Life life, Link link, String reason, @Nullable Integer errorCode) {
        super(life, link, reason, errorCode);
    }

    /** READY, or DEGRADED when something holds orders. The present state when nothing changes. */
    static LifeState of(Life life, Link link, LifeState present) {
        List<String> holding = life.impairments().present().stream()
                .filter(Impairment::holdsOrders)
                .map(Impairment::text)
                .toList();
        String reason = holding.isEmpty() ? "ready" : "orders are held: " + String.join("; ", holding);
        if (present.reason().equals(reason)) {
            return present;
        }
        return holding.isEmpty() ? new Ready(life, link) : new Degraded(life, link, reason);
    }

    @Override
    void enter() {
        life.succeeded(link);
    }

    @Override
    final LifeState impaired() {
        return of(life, link, this);
    }
}
