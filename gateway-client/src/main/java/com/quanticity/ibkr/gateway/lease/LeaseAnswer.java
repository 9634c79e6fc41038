package com.quanticity.ibkr.gateway.lease;

import java.time.Duration;

/** What became of asking for a client id. */
public sealed interface LeaseAnswer {

    /** Ours, until it is released or lost. */
    record Granted(ClientIdLease lease) implements LeaseAnswer {}

    /**
     * Somebody else's.
     *
     * @param lapsesIn how long until it is free unless it is renewed
     */
    record Held(LeaseHolder holder, Duration lapsesIn) implements LeaseAnswer {}

    /** Nobody can say whose it is; {@code reason} says what to look at. */
    record Unknown(String reason) implements LeaseAnswer {}
}
