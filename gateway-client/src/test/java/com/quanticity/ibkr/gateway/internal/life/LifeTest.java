package com.quanticity.ibkr.gateway.internal.life;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.CloseReason;
import com.quanticity.ibkr.gateway.CloseReason.Cause;
import com.quanticity.ibkr.gateway.ConnectOutcome;
import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.gateway.GatewayBinding;
import com.quanticity.ibkr.gateway.GatewayListener;
import com.quanticity.ibkr.gateway.event.ConnectionEvent;
import com.quanticity.ibkr.gateway.internal.failover.GatewayChoice;
import com.quanticity.ibkr.gateway.internal.metrics.SessionMeters;
import com.quanticity.ibkr.gateway.internal.pacing.FakeConnection;
import com.quanticity.ibkr.gateway.internal.session.ManagedSession;
import com.quanticity.ibkr.gateway.internal.thread.FakeScheduler;
import com.quanticity.ibkr.gateway.session.FlowSettings;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.LivenessSettings;
import com.quanticity.ibkr.gateway.session.ReconnectSettings;
import com.quanticity.ibkr.gateway.session.SessionSettings;
import com.quanticity.ibkr.gateway.session.SessionSharing;
import com.quanticity.ibkr.gateway.session.SynchroniseSettings;
import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.model.ops.Alarm;
import com.quanticity.ibkr.model.ops.AlarmKind;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.session.SessionState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Reconnecting with the clock moved by hand. */
class LifeTest {

    private static final ConnectOutcome NOBODY_LISTENS = new ConnectOutcome.Refused(502, "cannot connect");
    private static final ConnectOutcome ID_IN_USE = new ConnectOutcome.Refused(326, "id in use");

    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private final FakeScheduler scheduler = new FakeScheduler();
    private final ScriptedBinding binding = new ScriptedBinding();

    @Test
    void doublesThePauseUpToTheLongestAndNeverGivesUp() {
        binding.otherwise = NOBODY_LISTENS;
        GatewaySession session = session(0);
        session.start();

        List<Long> pauses = new ArrayList<>();
        for (int attempt = 0; attempt < 9; attempt++) {
            pauses.add(scheduler.untilNextTimer().toSeconds());
            scheduler.advance(scheduler.untilNextTimer());
        }

        assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
        assertThat(session.status().attempt()).isEqualTo(10);
        assertThat(session.status().reason()).isEqualTo("cannot connect");
        assertThat(session.status().nextAttemptAt()).isNotNull();
    }

    @Test
    void spreadsThePausesAtRandom() {
        binding.otherwise = NOBODY_LISTENS;
        session(0.5).start();

        for (int attempt = 0; attempt < 5; attempt++) {
            double expected = Math.pow(2, attempt);
            assertThat(scheduler.untilNextTimer().toMillis() / 1000.0)
                    .isBetween(expected * 0.5 - 0.01, expected * 1.5 + 0.01);
            scheduler.advance(scheduler.untilNextTimer());
        }
    }

    @Test
    void startsWithTheShortPauseAgainAfterItWasReady() {
        FakeConnection connection = new FakeConnection();
        binding.next.add(NOBODY_LISTENS);
        binding.next.add(NOBODY_LISTENS);
        binding.next.add(new ConnectOutcome.Connected(connection));
        binding.otherwise = NOBODY_LISTENS;
        GatewaySession session = session(0);
        session.start();
        scheduler.advance(Duration.ofSeconds(1));
        scheduler.advance(Duration.ofSeconds(2));
        assertThat(session.state()).isEqualTo(SessionState.READY);

        connection.closed = CloseReason.of(Cause.CLOSED_BY_GATEWAY, "closed");
        binding.lastListener().onClosed(connection.closed, List.of());

        assertThat(session.state()).isEqualTo(SessionState.DISCONNECTED);
        assertThat(session.status().attempt()).isEqualTo(1);
        assertThat(Duration.between(Instant.EPOCH, session.status().nextAttemptAt()))
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void keepsBackingOffWhenItsOwnSideFailsEveryTime() {
        GatewaySession session = session(0);
        FakeConnection connection = new FakeConnection();
        binding.otherwise = new ConnectOutcome.Connected(connection);
        session.start();

        List<Integer> failures = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            binding.lastListener().onClosed(CloseReason.of(Cause.INTERNAL_ERROR, "listener failed"), List.of());
            failures.add(session.status().attempt());
            scheduler.advance(Duration.ofSeconds(60));
        }

        assertThat(failures).containsExactly(1, 2, 3, 4);
    }

    @Test
    void reconnectsWhenTheEndIsHeardOfBeforeTheBeginning() {
        binding.next.add(new ConnectOutcome.Connected(new FakeConnection()));
        binding.closesBeforeItsOutcome = true;
        GatewaySession session = session(0);
        session.start();

        assertThat(session.state()).isEqualTo(SessionState.DISCONNECTED);
        assertThat(session.status().reason()).isEqualTo("gone");
    }

    @Test
    void triesAgainWhenTheBindingThrows() {
        binding.thrown = new LinkageError("half a class path");
        binding.otherwise = new ConnectOutcome.Connected(new FakeConnection());
        GatewaySession session = session(0);
        session.start();
        assertThat(session.state()).isEqualTo(SessionState.DISCONNECTED);
        assertThat(session.status().reason()).contains("half a class path", "report this defect");

        binding.thrown = null;
        scheduler.advance(Duration.ofSeconds(1));

        assertThat(session.state()).isEqualTo(SessionState.READY);
    }

    @Test
    void givesEveryConnectionAHigherNumberEvenWithinOneMillisecond() {
        binding.otherwise = NOBODY_LISTENS;
        GatewaySession session = session(0);
        session.start();
        for (int attempt = 0; attempt < 5; attempt++) {
            scheduler.advance(scheduler.untilNextTimer());
        }

        List<Long> numbers = binding.listeners.stream().map(LifeTest::number).toList();
        assertThat(numbers).isSorted().doesNotHaveDuplicates().hasSize(6);
    }

    @Test
    void backsOffOnItsIdWhenItIsInUse() {
        binding.otherwise = ID_IN_USE;
        GatewaySession session = session(0);
        session.start();
        assertThat(session.state()).isEqualTo(SessionState.REFUSED);

        scheduler.advance(Duration.ofSeconds(1));

        assertThat(session.state()).isEqualTo(SessionState.REFUSED);
        assertThat(binding.ids).containsExactly(ClientId.of(1), ClientId.of(1));
    }

    @Test
    void takesAGatewayThatLogsInAndHangsForOneThatIsAway() {
        Life life = neverSynchronised();
        for (int attempt = 0; attempt < GatewayChoice.FAILURES; attempt++) {
            FakeConnection hanging = new FakeConnection();
            binding.otherwise = new ConnectOutcome.Connected(hanging);
            life.handle(LifeState::onConnectDue);
            assertThat(life.view().state()).isEqualTo(SessionState.SYNCHRONISING);

            scheduler.advance(Duration.ofSeconds(30));

            assertThat(hanging.closed).extracting(CloseReason::cause).isEqualTo(Cause.PEER_SILENT);
            binding.lastListener().onClosed(CloseReason.of(Cause.PEER_SILENT, "silent"), List.of());
        }

        assertThat(life.gateways().isTripped()).isTrue();
        assertThat(life.alarms().active()).extracting(Alarm::kind).contains(AlarmKind.GATEWAY_UNREACHABLE);
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void countsTheEndOfAConnectionThatNeverGotReadyAgainstTheGatewayOnlyWhenItIsToBlame(Cause cause) {
        Life life = neverSynchronised();
        for (int attempt = 0; attempt < GatewayChoice.FAILURES; attempt++) {
            binding.otherwise = new ConnectOutcome.Connected(new FakeConnection());
            life.handle(LifeState::onConnectDue);
            binding.lastListener().onClosed(CloseReason.of(cause, "over"), List.of());
        }

        assertThat(binding.listeners).hasSize(GatewayChoice.FAILURES);
        assertThat(life.gateways().isTripped())
                .isEqualTo(EnumSet.of(
                                Cause.PEER_SILENT,
                                Cause.CLOSED_BY_GATEWAY,
                                Cause.STREAM_BROKEN,
                                Cause.WRITE_FAILED,
                                Cause.BAD_FRAME_LENGTH)
                        .contains(cause));
    }

    @Test
    void blamesNoSynchronisingForAConnectionThatEndedBefore() {
        Life life = neverSynchronised();
        for (int run = 1; run <= GatewayChoice.FAILURES; run++) {
            FakeConnection readOnly = new FakeConnection();
            binding.otherwise = new ConnectOutcome.Connected(readOnly);
            life.handle(LifeState::onConnectDue);
            readOnly.close(CloseReason.of(Cause.READ_ONLY, "read-only"));
            life.synchroniseFailed(run, "open orders were refused");
            binding.lastListener().onClosed(CloseReason.of(Cause.READ_ONLY, "read-only"), List.of());
        }

        assertThat(life.alarms().active()).isEmpty();
    }

    @Test
    void closesAConnectionWhoseFirstEventsTheApplicationCouldNotTake() {
        FakeConnection connection = new FakeConnection();
        binding.otherwise = new ConnectOutcome.Connected(connection);
        binding.eventsBeforeItsOutcome = List.of(1000, 1);
        Life life = neverSynchronised();

        life.handle(LifeState::onConnectDue);

        assertThat(connection.closed).extracting(CloseReason::cause).isEqualTo(Cause.CONSUMER_TOO_SLOW);
        assertThat(life.view().state()).isEqualTo(SessionState.DISCONNECTED);
        assertThat(life.view().reason()).contains("consumer too slow");
        assertThat(life.alarms().active()).extracting(Alarm::kind).containsExactly(AlarmKind.CONSUMER_TOO_SLOW);
    }

    @Test
    void closesAConnectionThatComesAfterItWasClosed() throws InterruptedException {
        Life life = neverSynchronised();
        Attempt underWay = life.connections().newAttempt();
        FakeConnection connection = new FakeConnection();
        Closed closed = new Closed(life, null, underWay);
        closed.enter();
        assertThat(life.awaitFinished(Duration.ZERO)).isFalse();

        closed.onOutcome(underWay, new ConnectOutcome.Connected(connection));

        assertThat(connection.isOpen()).isFalse();
        assertThat(life.awaitFinished(Duration.ZERO)).isTrue();
    }

    /** The application's steps never end, and nothing is consumed. */
    private Life neverSynchronised() {
        Life life = new Life(
                settings(0),
                binding,
                scheduler,
                CLOCK,
                meters(),
                SessionSharing.alone(CLOCK),
                (run, link, cause) -> {});
        life.listener(batch -> {});
        return life;
    }

    private static long number(GatewayListener listener) {
        return ((Attempt) listener).number();
    }

    private GatewaySession session(double jitter) {
        return new ManagedSession(
                settings(jitter),
                binding,
                scheduler,
                CLOCK,
                meters(),
                SessionSharing.alone(CLOCK),
                session -> batch -> {});
    }

    private static SessionMeters meters() {
        return new SessionMeters(new SimpleMeterRegistry(), ClientId.of(1));
    }

    private static SessionSettings settings(double jitter) {
        return SessionSettings.of(ConnectSettings.of("127.0.0.1", 4002, ClientId.of(1)), "ibkr-adapter", true)
                .with(new ReconnectSettings(Duration.ofSeconds(1), Duration.ofSeconds(60), jitter))
                .with(new LivenessSettings(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(30)))
                .with(new FlowSettings(45, 1000))
                .with(new SynchroniseSettings(Duration.ofSeconds(60), MarketDataType.LIVE));
    }

    /** Gives the outcomes of a script, then the same one for ever. */
    private static final class ScriptedBinding implements GatewayBinding {
        final Queue<ConnectOutcome> next = new ArrayDeque<>();
        final List<GatewayListener> listeners = new ArrayList<>();
        final List<ClientId> ids = new ArrayList<>();
        ConnectOutcome otherwise = NOBODY_LISTENS;
        boolean closesBeforeItsOutcome;
        List<Integer> eventsBeforeItsOutcome = List.of();

        @Nullable Error thrown;

        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public ConnectOutcome connect(ConnectSettings settings, GatewayListener listener) {
            listeners.add(listener);
            ids.add(settings.clientId());
            if (closesBeforeItsOutcome) {
                listener.onClosed(CloseReason.of(Cause.CLOSED_BY_GATEWAY, "gone"), List.of());
            }
            for (int events : eventsBeforeItsOutcome) {
                listener.onEvents(Instant.EPOCH, Collections.nCopies(events, new ConnectionEvent.NextValidId(42)));
            }
            if (thrown != null) {
                throw thrown;
            }
            ConnectOutcome scripted = next.poll();
            return scripted == null ? otherwise : scripted;
        }

        GatewayListener lastListener() {
            return listeners.getLast();
        }
    }
}
