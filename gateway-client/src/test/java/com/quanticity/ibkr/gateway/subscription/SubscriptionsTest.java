package com.quanticity.ibkr.gateway.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.gateway.GatewayBindings;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.request.AccountRequest;
import com.quanticity.ibkr.gateway.request.MarketDataRequest.ReqMktData;
import com.quanticity.ibkr.gateway.session.EventBatch;
import com.quanticity.ibkr.gateway.session.FlowSettings;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.GatewaySessions;
import com.quanticity.ibkr.gateway.session.LivenessSettings;
import com.quanticity.ibkr.gateway.session.ReconnectSettings;
import com.quanticity.ibkr.gateway.session.SessionListener;
import com.quanticity.ibkr.gateway.session.SessionSettings;
import com.quanticity.ibkr.gateway.session.SynchroniseSettings;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState.Live;
import com.quanticity.ibkr.gateway.subscription.SubscriptionState.Silent;
import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.session.SessionGap;
import com.quanticity.ibkr.model.session.SessionGap.Cause;
import com.quanticity.ibkr.model.session.SessionState;
import com.quanticity.ibkr.simulator.ConnectivityNotice;
import com.quanticity.ibkr.simulator.FarmNotice;
import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The register, gap markers and the orderly end, with a real session against the simulator. */
class SubscriptionsTest {

    private static final Logger log = LoggerFactory.getLogger(SubscriptionsTest.class);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final GatewaySimulator simulator = GatewaySimulator.start(SimulatorConfig.defaults());
    private final Application application = new Application();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final GatewaySession session = GatewaySessions.create(
            settings(), GatewayBindings.nativeBinding(Clock.systemUTC()), Clock.systemUTC(), meters, s -> application);

    private static final class Application implements SessionListener {
        private final List<SessionGap> gaps = new CopyOnWriteArrayList<>();
        private final Set<Integer> ids = ConcurrentHashMap.newKeySet();

        @Override
        public void onEvents(EventBatch batch) {
            batch.events().stream()
                    .filter(GatewayEvent.WithId.class::isInstance)
                    .forEach(event -> ids.add(((GatewayEvent.WithId) event).reqId()));
        }

        @Override
        public void onGap(SessionGap gap) {
            gaps.add(gap);
        }
    }

    @AfterEach
    void close() {
        session.close();
        simulator.close();
    }

    @Test
    void hundredSubscriptionsAreConfirmedWithinTheBudgetAfterAReconnect() {
        want(99);
        session.start();
        awaitLive(99);

        simulator.dropClient(1);
        awaitState(SessionState.DISCONNECTED);
        awaitState(SessionState.READY);
        long readyAt = System.nanoTime();
        awaitLive(99);
        Duration took = Duration.ofNanos(System.nanoTime() - readyAt);

        log.info("99 subscriptions confirmed after READY in {} ms", took.toMillis());
        assertThat(simulator.state().clients().getFirst().violations()).isZero();
        assertThat(application.gaps).hasSize(2);
        assertThat(application.gaps.getFirst().isOpen()).isTrue();
        SessionGap gap = application.gaps.getLast();
        assertThat(gap.cause()).isEqualTo(Cause.CONNECTION_LOST);
        assertThat(gap.streamsLost()).isTrue();
        assertThat(gap.connectionAfter()).isGreaterThan(gap.connectionBefore());
        assertThat(gap.to()).isAfter(gap.from());
    }

    @Test
    void asksForEverythingAgainAfterTheBrokerLostTheData() {
        want(5);
        session.start();
        awaitLive(5);
        List<Integer> before = ids();

        simulator.faults().silencePresentLines("SPY");
        simulator.announce(ConnectivityNotice.LOST);
        awaitState(SessionState.BROKER_DOWN);
        simulator.announce(ConnectivityNotice.RESTORED_DATA_LOST);
        awaitState(SessionState.READY);
        awaitLive(5);

        assertThat(ids()).doesNotContainAnyElementsOf(before);
        assertThat(application.gaps.getLast().cause()).isEqualTo(Cause.BROKER_LINK_LOST);
        assertThat(application.gaps.getLast().streamsLost()).isTrue();
    }

    @Test
    void goesOnUnderTheOldRequestsAfterTheBrokerKeptTheData() {
        want(3);
        session.start();
        awaitLive(3);
        List<Integer> before = ids();

        simulator.announce(ConnectivityNotice.LOST);
        awaitState(SessionState.BROKER_DOWN);
        simulator.announce(ConnectivityNotice.RESTORED_DATA_KEPT);
        awaitState(SessionState.READY);
        awaitLive(3);

        assertThat(ids()).isEqualTo(before);
        assertThat(application.gaps.getLast().streamsLost()).isFalse();
    }

    @Test
    void streamsThatStayDeadAfterAFarmBlipAreHealedWithinSeconds() {
        want(3);
        session.start();
        awaitLive(3);
        List<Integer> before = ids();

        simulator.faults().silencePresentLines("SPY");
        simulator.faults().announceFarm(FarmNotice.MARKET_DATA_BROKEN, "usfarm");
        simulator.faults().announceFarm(FarmNotice.MARKET_DATA_OK, "usfarm");

        await().atMost(Duration.ofSeconds(12)).until(() -> !ids().equals(before) && live() == 3);
        assertThat(ids()).doesNotContainAnyElementsOf(before);
    }

    @Test
    void competingSessionIsOverWhenDataComesBack() {
        want(3);
        session.start();
        awaitLive(3);

        simulator.faults().startCompetingSession();
        await().atMost(LONG)
                .until(() -> session.subscriptions().all().stream().allMatch(one -> one.state() instanceof Silent));
        simulator.faults().endCompetingSession();

        awaitLive(3);
    }

    @Test
    void endsEveryStreamBeforeTheSocket() {
        want(20);
        session.subscriptions().want(Subscription.of("positions", new AccountRequest.ReqPositions()));
        session.subscriptions()
                .want(Subscription.of("summary", new AccountRequest.ReqAccountSummary(0, "All", "NetLiquidation")));
        session.start();
        awaitLive(22);
        long before = simulator.state().messages().received();

        session.close();

        assertThat(simulator.state().messages().received() - before)
                .as("22 cancels, a question after them, perhaps a probe")
                .isBetween(23L, 24L);
    }

    @Test
    void noDataOfASubscriptionThatIsNotWantedAnyMoreIsDelivered() {
        want(2);
        session.start();
        awaitLive(2);
        int id = session.subscriptions().find("0").orElseThrow().requestId();

        session.subscriptions().unwant("0");
        await().atMost(LONG).until(() -> session.subscriptions().find("0").isEmpty());
        application.ids.clear();

        await().atMost(LONG).until(() -> !application.ids.isEmpty());
        assertThat(application.ids).doesNotContain(id);
    }

    private void want(int count) {
        for (int i = 0; i < count; i++) {
            session.subscriptions()
                    .want(Subscription.of(
                            Integer.toString(i), ReqMktData.stream(0, GatewayContract.stock("SPY", "ARCA", "USD"))));
        }
    }

    private List<Integer> ids() {
        return session.subscriptions().all().stream()
                .map(SubscriptionStatus::requestId)
                .toList();
    }

    private long live() {
        return session.subscriptions().all().stream()
                .filter(status -> status.state() instanceof Live)
                .count();
    }

    private void awaitLive(int count) {
        await().atMost(LONG).pollInterval(Duration.ofMillis(10)).until(() -> live() == count);
    }

    private void awaitState(SessionState state) {
        await().atMost(LONG).pollInterval(Duration.ofMillis(2)).until(() -> session.state() == state);
    }

    private SessionSettings settings() {
        return SessionSettings.of(
                        new ConnectSettings("127.0.0.1", simulator.port(), ClientId.of(1), 176, 200, "", LONG),
                        "ibkr-adapter",
                        true)
                .with(new ReconnectSettings(Duration.ofMillis(300), Duration.ofSeconds(2), 0))
                .with(new LivenessSettings(Duration.ofSeconds(5), Duration.ofSeconds(5), LONG))
                .with(new FlowSettings(45, 262_144))
                .with(new SynchroniseSettings(LONG, MarketDataType.LIVE));
    }
}
