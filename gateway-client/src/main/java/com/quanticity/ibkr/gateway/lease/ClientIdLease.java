package com.quanticity.ibkr.gateway.lease;

import java.util.function.Consumer;

/** The right to use one client id, renewed in the background. Thread-safe; only {@link #release} may wait. */
public interface ClientIdLease {

    /** Fencing token: grows with every new holder of the id, for ever; 0 when nobody counts. */
    long token();

    LeaseHolder holder();

    /**
     * True while the lease is ours beyond doubt, judged by this process's own monotonic clock: it turns false before anybody else
     * can be given the id, also when the store cannot be reached. Costs no I/O.
     */
    boolean isProven();

    /** Hears about changes of standing; the last listener counts. Called at once with the present standing. Must not block. */
    void onStanding(Consumer<LeaseStanding> listener);

    /** Gives the id back, so that the next holder need not wait. Idempotent; best effort. */
    void release();
}
