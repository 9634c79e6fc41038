package com.quanticity.ibkr.gateway.pacing;

import com.quanticity.ibkr.model.session.ClientId;

/** Opens the counting of queries for the past. Implementations are thread-safe. */
@FunctionalInterface
public interface HistoryAllowances {

    /** @param gateway {@code host:port}: the limits hold for all sessions of it together */
    HistoryAllowance open(String gateway, ClientId clientId, HistoryLimits limits);

    /** Counts this session alone. For tools, tests and processes without Redis. */
    static HistoryAllowances alone() {
        return (_, _, limits) -> new LoneHistoryAllowance(limits, System::nanoTime);
    }
}
