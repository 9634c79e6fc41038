package com.quanticity.ibkr.gateway.pacing;

import com.quanticity.ibkr.model.session.ClientId;
import java.util.function.LongSupplier;

/** Opens a session's part of a gateway's budget. Implementations are thread-safe. */
@FunctionalInterface
public interface MessageShares {

    /**
     * A share from now until it is closed. Returns at once; slots may arrive a moment later.
     *
     * @param gateway {@code host:port}: one budget for each
     * @param messagesPerSecond the gateway's whole budget
     */
    MessageShare open(String gateway, ClientId clientId, int messagesPerSecond);

    /** Shares of a process that has its gateways for itself: every session gets the whole budget. For tools and tests. */
    static MessageShares alone() {
        return alone(System::nanoTime);
    }

    /** The same with the given monotonic clock. */
    static MessageShares alone(LongSupplier nanoTime) {
        return (_, _, messagesPerSecond) -> new LoneShare(messagesPerSecond, nanoTime);
    }
}
