package com.quanticity.ibkr.gateway.lease;

import com.quanticity.ibkr.model.session.ClientId;
import java.time.Clock;

/** Gives out the leases of client ids. Implementations are thread-safe. */
public interface ClientIdLeases {

    /**
     * Asks once for the lease of an id. May take seconds: never call it on a thread that must not wait.
     *
     * @param component module that asks, as in the client-id table
     */
    LeaseAnswer acquire(ClientId clientId, String component);

    /** Grants everything: the gateway's own refusal (326) is then the only guard. For tools and tests. */
    static ClientIdLeases none(Clock clock) {
        return (_, component) ->
                new LeaseAnswer.Granted(new UnguardedLease(LeaseHolder.here(component, clock.instant())));
    }
}
