package com.quanticity.ibkr.gateway.scenario;

import com.quanticity.ibkr.gateway.CloseReason;
import com.quanticity.ibkr.gateway.ConnectOutcome;
import com.quanticity.ibkr.gateway.ConnectPhase;
import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.gateway.GatewayBinding;
import com.quanticity.ibkr.gateway.GatewayConnection;
import com.quanticity.ibkr.gateway.GatewayListener;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.event.ConnectionEvent;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.internal.metrics.SessionMeters;
import com.quanticity.ibkr.gateway.internal.session.ManagedSession;
import com.quanticity.ibkr.gateway.internal.thread.FakeScheduler;
import com.quanticity.ibkr.gateway.internal.thread.MovedClock;
import com.quanticity.ibkr.gateway.maintenance.MaintenanceCalendar;
import com.quanticity.ibkr.gateway.maintenance.MaintenancePlan;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.SessionRequest;
import com.quanticity.ibkr.gateway.session.BackupGateway;
import com.quanticity.ibkr.gateway.session.GatewayEnvironment;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.LifeSettings;
import com.quanticity.ibkr.gateway.session.SessionSettings;
import com.quanticity.ibkr.gateway.session.SessionSharing;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.session.SessionState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A session between two gateways of the imagination, with the clock moved by hand. */
final class ClockedSession implements AutoCloseable {

    static final int PRIMARY = 4002;
    static final int BACKUP = 4003;
    static final ConnectOutcome NOBODY_LISTENS = new ConnectOutcome.Refused(502, "cannot connect; start the gateway");
    static final ConnectOutcome WAITS_FOR_LOGIN =
            new ConnectOutcome.TimedOut(ConnectPhase.VERSION, "connected but silent; log the gateway in");

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    final Heard heard = new Heard();
    final List<Integer> attempts = new ArrayList<>();
    final Set<Integer> up = new HashSet<>(Set.of(PRIMARY, BACKUP));
    final GatewaySession session;
    ConnectOutcome whenDown = NOBODY_LISTENS;
    Runnable whileConnecting = () -> {};
    private final FakeScheduler scheduler = new FakeScheduler();
    private final MovedClock clock;
    private @Nullable Connection connection;

    ClockedSession(String newYorkTime, @Nullable BackupGateway backup) {
        this.clock = new MovedClock(scheduler, at(newYorkTime));
        SessionSettings settings = SessionSettings.of(
                        ConnectSettings.of("127.0.0.1", PRIMARY, ClientId.of(1)), "ibkr-adapter", true)
                .with(new LifeSettings(
                        GatewayEnvironment.PAPER,
                        backup,
                        MaintenanceCalendar.of(MaintenancePlan.DEFAULT),
                        List.of(),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(5)));
        this.session = new ManagedSession(
                settings,
                new Gateways(),
                scheduler,
                clock,
                new SessionMeters(new SimpleMeterRegistry(), ClientId.of(1)),
                SessionSharing.alone(clock),
                unused -> heard);
        session.start();
    }

    static BackupGateway backup(boolean automaticReturn) {
        return new BackupGateway("127.0.0.1", BACKUP, automaticReturn, Duration.ofMinutes(10));
    }

    static Instant at(String newYorkTime) {
        return LocalDateTime.parse(newYorkTime).atZone(NEW_YORK).toInstant();
    }

    void advanceTo(String newYorkTime) {
        advance(Duration.between(clock.instant(), at(newYorkTime)));
    }

    void advance(Duration by) {
        scheduler.advance(by);
    }

    /** The gateway goes away and cuts its connections. */
    void down(int port) {
        up.remove(port);
        cut(port);
    }

    /** The gateway cuts its connections, and takes new ones. */
    void cut(int port) {
        Connection present = connection;
        if (present != null && present.settings.port() == port) {
            present.close(CloseReason.of(CloseReason.Cause.CLOSED_BY_GATEWAY, "the gateway closed the connection"));
        }
    }

    SessionState state() {
        return session.state();
    }

    List<String> alarms() {
        return session.alarms().stream().map(alarm -> alarm.kind().name()).toList();
    }

    /** Closes the session, so that everything told has been heard. */
    @Override
    public void close() {
        session.close();
    }

    /** Both of them. */
    private final class Gateways implements GatewayBinding {

        @Override
        public String name() {
            return "imagined";
        }

        @Override
        public ConnectOutcome connect(ConnectSettings settings, GatewayListener listener) {
            attempts.add(settings.port());
            if (!up.contains(settings.port())) {
                return whenDown;
            }
            listener.onPhase(ConnectPhase.VERSION);
            Connection made = new Connection(settings, listener);
            connection = made;
            made.say(new ConnectionEvent.ManagedAccounts(List.of("DU9000001")));
            made.say(new ConnectionEvent.NextValidId(42));
            whileConnecting.run();
            return new ConnectOutcome.Connected(made);
        }

        @Override
        public boolean answers(ConnectSettings settings) {
            return up.contains(settings.port());
        }
    }

    /** Answers the probe and nothing else. */
    private final class Connection implements GatewayConnection {
        private final ConnectSettings settings;
        private final GatewayListener listener;
        private boolean open = true;

        private Connection(ConnectSettings settings, GatewayListener listener) {
            this.settings = settings;
            this.listener = listener;
        }

        private void say(GatewayEvent event) {
            listener.onEvents(clock.instant(), List.of(event));
        }

        @Override
        public ClientId clientId() {
            return settings.clientId();
        }

        @Override
        public int serverVersion() {
            return 200;
        }

        @Override
        public String connectionTime() {
            return "";
        }

        @Override
        public Optional<SendOutcome.Refused> check(GatewayRequest request) {
            return Optional.empty();
        }

        @Override
        public SendOutcome send(GatewayRequest request) {
            if (request instanceof SessionRequest.ReqCurrentTime) {
                scheduler.execute(() -> say(new ConnectionEvent.CurrentTime(clock.instant())));
            }
            return SendOutcome.ACCEPTED;
        }

        @Override
        public List<GatewayRequest> withdraw(Predicate<GatewayRequest> which) {
            return List.of();
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close(CloseReason reason) {
            if (open) {
                open = false;
                listener.onClosed(reason, List.of());
            }
        }
    }
}
