package com.quanticity.ibkr.gateway.internal.identity;

import com.quanticity.ibkr.gateway.internal.thread.SessionScheduler;
import com.quanticity.ibkr.gateway.lease.ClientIdLease;
import com.quanticity.ibkr.gateway.lease.ClientIdLeases;
import com.quanticity.ibkr.gateway.lease.LeaseAnswer;
import com.quanticity.ibkr.gateway.lease.LeaseHolder;
import com.quanticity.ibkr.gateway.lease.LeaseStanding;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.session.SessionLease;
import com.quanticity.ibkr.model.session.SessionLease.Standing;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The session's lease of its client id, from one holder's time to the next. Thread-safe. */
public final class LeaseKeeper implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(LeaseKeeper.class);

    private final ClientIdLeases leases;
    private final ClientId clientId;
    private final String component;
    private final SessionScheduler scheduler;
    private final Consumer<LeaseStanding> onStanding;
    private Optional<ClientIdLease> lease = Optional.empty();
    private Optional<SessionLease> others = Optional.empty();
    private boolean closed;

    public LeaseKeeper(
            ClientIdLeases leases,
            ClientId clientId,
            String component,
            SessionScheduler scheduler,
            Consumer<LeaseStanding> onStanding) {
        this.leases = leases;
        this.clientId = clientId;
        this.component = component;
        this.scheduler = scheduler;
        this.onStanding = onStanding;
        this.lease = leases.withoutAsking(clientId, component);
    }

    /** True while the id is ours beyond doubt. Costs no I/O. */
    public boolean isProven() {
        return present().filter(ClientIdLease::isProven).isPresent();
    }

    /** The lease, proven or not; empty before the first and after the loss of one. */
    public synchronized Optional<ClientIdLease> present() {
        return lease;
    }

    /** Who holds the id: this session, or somebody else at the last time of asking; empty where nobody counts. */
    public synchronized Optional<SessionLease> holder() {
        return lease.isEmpty() ? others : lease.filter(own -> own.token() != 0).map(LeaseKeeper::own);
    }

    private static SessionLease own(ClientIdLease lease) {
        return told(lease.holder(), lease.token(), lease.isProven() ? Standing.PROVEN : Standing.UNPROVEN);
    }

    private static SessionLease told(LeaseHolder holder, long token, Standing standing) {
        return new SessionLease(holder.component(), holder.host(), holder.pid(), holder.since(), token, standing);
    }

    /** Asks on a thread of its own. An answer that comes after the end is undone. */
    public void ask(Consumer<LeaseAnswer> onAnswer) {
        scheduler.runBlocking("gateway-lease-ask-" + clientId, () -> {
            LeaseAnswer answer = acquire();
            learn(answer);
            if (answer instanceof LeaseAnswer.Granted(ClientIdLease granted) && !keep(granted)) {
                granted.release();
            } else {
                onAnswer.accept(answer);
            }
        });
    }

    /** Whatever is thrown is an answer as well: without one nobody would ask again. */
    private LeaseAnswer acquire() {
        try {
            return leases.acquire(clientId, component);
        } catch (Throwable e) {
            log.error("asking for the lease failed clientId={} action=report-this-defect", clientId, e);
            return new LeaseAnswer.Unknown("asking for the lease of client id " + clientId + " failed: " + e);
        }
    }

    /** Nobody's word changes nothing: the last known holder is the best guess. */
    private synchronized void learn(LeaseAnswer answer) {
        others = switch (answer) {
            case LeaseAnswer.Held(LeaseHolder holder, long token, Duration _) ->
                Optional.of(told(holder, token, Standing.OTHERS));
            case LeaseAnswer.Granted _, LeaseAnswer.MaybeHeld _ -> Optional.empty();
            case LeaseAnswer.Unknown _ -> others;
        };
    }

    private boolean keep(ClientIdLease granted) {
        synchronized (this) {
            if (closed || lease.isPresent()) {
                return false;
            }
            lease = Optional.of(granted);
        }
        granted.onStanding(standing -> onStanding(granted, standing));
        return true;
    }

    private void onStanding(ClientIdLease of, LeaseStanding standing) {
        synchronized (this) {
            if (lease.filter(present -> present == of).isEmpty()) {
                return;
            }
            if (standing instanceof LeaseStanding.Lost) {
                lease = Optional.empty();
            }
        }
        onStanding.accept(standing);
    }

    /** Gives the id back; may wait some seconds. */
    @Override
    public void close() {
        Optional<ClientIdLease> last;
        synchronized (this) {
            closed = true;
            last = lease;
            lease = Optional.empty();
        }
        last.ifPresent(ClientIdLease::release);
    }
}
