package com.quanticity.ibkr.gateway.internal.life;

import com.quanticity.ibkr.gateway.CloseReason;
import com.quanticity.ibkr.gateway.ConnectOutcome;
import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.gateway.GatewayBinding;
import com.quanticity.ibkr.gateway.GatewayListener;
import com.quanticity.ibkr.gateway.event.ConnectionEvent;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.internal.metrics.SessionMeters;
import com.quanticity.ibkr.gateway.internal.pacing.FakeConnection;
import com.quanticity.ibkr.gateway.internal.session.ManagedSession;
import com.quanticity.ibkr.gateway.internal.thread.FakeScheduler;
import com.quanticity.ibkr.gateway.internal.thread.MovedClock;
import com.quanticity.ibkr.gateway.lease.ClientIdLease;
import com.quanticity.ibkr.gateway.lease.ClientIdLeases;
import com.quanticity.ibkr.gateway.lease.LeaseAnswer;
import com.quanticity.ibkr.gateway.lease.LeaseHolder;
import com.quanticity.ibkr.gateway.lease.LeaseStanding;
import com.quanticity.ibkr.gateway.pacing.HistoryAllowances;
import com.quanticity.ibkr.gateway.pacing.HistoryLimits;
import com.quanticity.ibkr.gateway.pacing.MessageShares;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.SessionListener;
import com.quanticity.ibkr.gateway.session.SessionSettings;
import com.quanticity.ibkr.gateway.session.SessionSharing;
import com.quanticity.ibkr.model.session.ClientId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A READY session on one thread; the test looks in wherever the session asks for the time or the lease. */
final class ConnectedSession implements GatewayBinding, SessionListener, AutoCloseable {

    final FakeScheduler scheduler = new FakeScheduler();
    final FakeConnection connection = new FakeConnection();
    final List<GatewayRequest> unsent = new CopyOnWriteArrayList<>();
    final GatewaySession session;
    Runnable whenTheTimeIsAsked = () -> {};
    Runnable whenTheLeaseIsAsked = () -> {};
    boolean leaseIsProven = true;
    private final Clock clock = new WatchedClock(new MovedClock(scheduler, Instant.EPOCH));
    private @Nullable GatewayListener listener;

    ConnectedSession(MessageShares shares) {
        this.session = new ManagedSession(
                SessionSettings.of(ConnectSettings.of("127.0.0.1", 4002, ClientId.of(1)), "ibkr-adapter", true),
                this,
                scheduler,
                clock,
                new SessionMeters(new SimpleMeterRegistry(), ClientId.of(1)),
                new SessionSharing(
                        new WatchedLeases(), shares, HistoryAllowances.alone(), HistoryLimits.defaults(), true),
                _ -> this);
        session.start();
    }

    void say(GatewayEvent event) {
        gateway().onEvents(clock.instant(), List.of(event));
    }

    void brokerLost() {
        say(new ConnectionEvent.ErrorMessage(-1, 1100, "Connectivity between IBKR and TWS has been lost.", "", null));
    }

    GatewayListener gateway() {
        GatewayListener present = listener;
        if (present == null) {
            throw new IllegalStateException("not connected");
        }
        return present;
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public ConnectOutcome connect(ConnectSettings settings, GatewayListener newListener) {
        listener = newListener;
        return new ConnectOutcome.Connected(connection);
    }

    @Override
    public void onEvents(EventBatch batch) {}

    @Override
    public void onUnsent(List<GatewayRequest> requests) {
        unsent.addAll(requests);
    }

    @Override
    public void close() {
        connection.close();
        gateway().onClosed(CloseReason.of(CloseReason.Cause.CLOSED_BY_GATEWAY, "closed"), List.of());
        session.close();
    }

    private final class WatchedClock extends Clock {

        private final Clock inner;

        private WatchedClock(Clock inner) {
            this.inner = inner;
        }

        @Override
        public Instant instant() {
            whenTheTimeIsAsked.run();
            return inner.instant();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final class WatchedLeases implements ClientIdLeases, ClientIdLease {

        @Override
        public LeaseAnswer acquire(ClientId clientId, String component) {
            return new LeaseAnswer.Granted(this);
        }

        @Override
        public Optional<ClientIdLease> withoutAsking(ClientId clientId, String component) {
            return Optional.of(this);
        }

        @Override
        public long token() {
            return 1;
        }

        @Override
        public LeaseHolder holder() {
            return new LeaseHolder("ibkr-adapter", "host-a", 4711, Instant.EPOCH, "own");
        }

        @Override
        public boolean isProven() {
            whenTheLeaseIsAsked.run();
            return leaseIsProven;
        }

        @Override
        public void onStanding(Consumer<LeaseStanding> newListener) {}

        @Override
        public void release() {}
    }
}
