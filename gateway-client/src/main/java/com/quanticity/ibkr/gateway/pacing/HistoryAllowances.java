package com.quanticity.ibkr.gateway.pacing;

import com.quanticity.ibkr.model.session.ClientId;
import java.util.function.LongSupplier;

/** Opens the counting of queries for the past. Implementations are thread-safe. */
@FunctionalInterface
public interface HistoryAllowances {

    /** @param gateway {@code host:port}: the limits hold for all sessions of it together */
    HistoryAllowance open(String gateway, ClientId clientId, HistoryLimits limits);

    /** Counts this session alone. For tools, tests and processes without Redis. */
    static HistoryAllowances alone() {
        return alone(System::nanoTime);
    }

    /** The same with the given monotonic clock. */
    static HistoryAllowances alone(LongSupplier nanoTime) {
        return (_, _, limits) -> new LoneHistoryAllowance(limits, nanoTime);
    }
}
