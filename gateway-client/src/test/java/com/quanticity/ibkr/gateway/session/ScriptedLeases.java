package com.quanticity.ibkr.gateway.session;

import com.quanticity.ibkr.gateway.lease.ClientIdLease;
import com.quanticity.ibkr.gateway.lease.ClientIdLeases;
import com.quanticity.ibkr.gateway.lease.LeaseAnswer;
import com.quanticity.ibkr.gateway.lease.LeaseHolder;
import com.quanticity.ibkr.gateway.lease.LeaseStanding;
import com.quanticity.ibkr.model.session.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Leases whose standing the test sets. */
final class ScriptedLeases implements ClientIdLeases {

    static final LeaseHolder OTHER =
            new LeaseHolder("ibkr-adapter", "host-a", 4711, Instant.parse("2026-01-05T14:30:00Z"), "other");

    volatile LeaseAnswer refusal = new LeaseAnswer.Held(OTHER, 17, Duration.ofMillis(50));
    volatile boolean grants = true;
    volatile @Nullable Error failure;
    volatile int granted;
    volatile int released;
    private volatile LeaseStanding standing = new LeaseStanding.Proven();
    private Consumer<LeaseStanding> listener = _ -> {};

    @Override
    public LeaseAnswer acquire(ClientId clientId, String component) {
        Error failing = failure;
        if (failing != null) {
            throw failing;
        }
        if (!grants) {
            return refusal;
        }
        granted++;
        standing = new LeaseStanding.Proven();
        return new LeaseAnswer.Granted(new Lease(granted));
    }

    /** Nobody has looked yet. */
    void becomesSilently(LeaseStanding next) {
        standing = next;
    }

    void becomes(LeaseStanding next) {
        becomesSilently(next);
        listener.accept(next);
    }

    private final class Lease implements ClientIdLease {

        private final long token;

        private Lease(long token) {
            this.token = token;
        }

        @Override
        public long token() {
            return token;
        }

        @Override
        public LeaseHolder holder() {
            return OTHER;
        }

        @Override
        public boolean isProven() {
            return standing instanceof LeaseStanding.Proven;
        }

        @Override
        public void onStanding(Consumer<LeaseStanding> newListener) {
            listener = newListener;
            newListener.accept(standing);
        }

        @Override
        public void release() {
            released++;
        }
    }
}
