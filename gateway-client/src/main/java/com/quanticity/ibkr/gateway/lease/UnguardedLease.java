package com.quanticity.ibkr.gateway.lease;

import java.util.function.Consumer;

/** A lease that nobody checks. */
record UnguardedLease(LeaseHolder holder) implements ClientIdLease {

    @Override
    public long token() {
        return 0;
    }

    @Override
    public boolean isProven() {
        return true;
    }

    @Override
    public void onStanding(Consumer<LeaseStanding> listener) {
        listener.accept(new LeaseStanding.Proven());
    }

    @Override
    public void release() {}
}
