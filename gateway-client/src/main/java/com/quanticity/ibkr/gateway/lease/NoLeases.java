package com.quanticity.ibkr.gateway.lease;

import com.quanticity.ibkr.model.session.ClientId;
import java.time.Clock;
import java.util.Optional;

/** Everybody gets what they ask for. */
record NoLeases(Clock clock) implements ClientIdLeases {

    @Override
    public LeaseAnswer acquire(ClientId clientId, String component) {
        return new LeaseAnswer.Granted(lease(component));
    }

    @Override
    public Optional<ClientIdLease> withoutAsking(ClientId clientId, String component) {
        return Optional.of(lease(component));
    }

    private ClientIdLease lease(String component) {
        return new UnguardedLease(LeaseHolder.here(component, clock.instant()));
    }
}
