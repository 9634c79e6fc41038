package com.quanticity.ibkr.gateway.lease;

import com.quanticity.ibkr.model.session.ClientId;
import java.time.Clock;
import java.util.Optional;

/** Gives out the leases of client ids. Implementations are thread-safe. */
public interface ClientIdLeases {

    /**
     * Asks once for the lease of an id. May take seconds: never call it on a thread that must not wait.
     *
     * @param component module that asks, as in the client-id table
     */
    LeaseAnswer acquire(ClientId clientId, String component);

    /** A lease that need not be asked for; empty when leases are checked. */
    default Optional<ClientIdLease> withoutAsking(ClientId clientId, String component) {
        return Optional.empty();
    }

    /** Grants everything: the gateway's own refusal (326) is then the only guard. For tools and tests. */
    static ClientIdLeases none(Clock clock) {
        return new NoLeases(clock);
    }
}
