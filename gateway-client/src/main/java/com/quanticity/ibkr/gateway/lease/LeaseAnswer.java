package com.quanticity.ibkr.gateway.lease;

import java.time.Duration;

/** What became of asking for a client id. */
public sealed interface LeaseAnswer {

    /** Ours, until it is released or lost. */
    record Granted(ClientIdLease lease) implements LeaseAnswer {}

    /**
     * Somebody else's.
     *
     * @param token the holder's fencing token
     * @param lapsesIn how long until it is free unless it is renewed
     */
    record Held(LeaseHolder holder, long token, Duration lapsesIn) implements LeaseAnswer {}

    /**
     * Nobody's as far as is known, but the store may have forgotten a holder.
     *
     * @param forAtMost when to ask again; it is free then unless the holder came back
     */
    record MaybeHeld(Duration forAtMost, String reason) implements LeaseAnswer {}

    /** Nobody can say whose it is; {@code reason} says what to look at. */
    record Unknown(String reason) implements LeaseAnswer {}
}
