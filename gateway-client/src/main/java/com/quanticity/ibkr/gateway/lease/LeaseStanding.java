package com.quanticity.ibkr.gateway.lease;

/** Whether a lease is ours. */
public sealed interface LeaseStanding {

    /** Ours. */
    record Proven() implements LeaseStanding {}

    /** Renewals fail; ours until somebody takes it, but it can no longer be shown. No orders. May become {@link Proven} again. */
    record Unproven(String reason) implements LeaseStanding {}

    /** Somebody else has it. Final. */
    record Lost(String reason) implements LeaseStanding {}
}
