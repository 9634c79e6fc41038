package com.quanticity.ibkr.gateway.session;

import static com.quanticity.ibkr.model.session.SessionState.BROKER_DOWN;
import static com.quanticity.ibkr.model.session.SessionState.CLOSED;
import static com.quanticity.ibkr.model.session.SessionState.CONNECTING;
import static com.quanticity.ibkr.model.session.SessionState.DISCONNECTED;
import static com.quanticity.ibkr.model.session.SessionState.HANDSHAKE;
import static com.quanticity.ibkr.model.session.SessionState.READY;
import static com.quanticity.ibkr.model.session.SessionState.REFUSED;
import static com.quanticity.ibkr.model.session.SessionState.SYNCHRONISING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.gateway.GatewayBindings;
import com.quanticity.ibkr.gateway.LocalRefusal;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.order.OrderCancel;
import com.quanticity.ibkr.gateway.peer.Peer;
import com.quanticity.ibkr.gateway.request.AccountRequest;
import com.quanticity.ibkr.gateway.request.OrderQuery;
import com.quanticity.ibkr.gateway.request.OrderRequest;
import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.model.session.SessionEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GatewaySessionTest extends SessionFixture {

    @Test
    void reachesReadyThroughEveryState() {
        GatewaySession session = start(settings());
        gateway.acceptAndLogOn(200);

        awaitState(session, READY);

        await().untilAsserted(() ->
                assertThat(application.states()).containsExactly(CONNECTING, HANDSHAKE, SYNCHRONISING, READY));
        assertThat(session.nextValidId()).hasValue(42);
        assertThat(session.managedAccounts()).containsExactly("DU9000001");
        assertThat(session.status().serverVersion()).isEqualTo(200);
        assertThat(registry.get("ib_connection_status")
                        .tag("client_id", "1")
                        .gauge()
                        .value())
                .isEqualTo(1);
    }

    @Test
    void runsTheSynchronisingStepsBeforeReady() {
        application = new RecordingApplication(synchronisation -> {
            synchronisation.require(new OrderQuery.ReqOpenOrders(), LONG);
            synchronisation.require(new AccountRequest.ReqPositions(), LONG);
        });
        GatewaySession session = start(settings());
        Peer peer = gateway.acceptAndLogOn(200);

        peer.expect("5");
        assertThat(session.state()).isEqualTo(SYNCHRONISING);
        peer.send("53", "1");
        peer.expect("61");
        assertThat(session.send(order(1)))
                .isInstanceOfSatisfying(
                        SendOutcome.Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(LocalRefusal.NOT_READY));
        peer.send("62", "1");

        awaitState(session, READY);
        assertThat(session.send(order(42))).isEqualTo(SendOutcome.ACCEPTED);
        assertThat(peer.expect("3")).startsWith("3", "42");
    }

    @Test
    void startsOverWhenAStepIsRefused() {
        application = new RecordingApplication(
                synchronisation -> synchronisation.require(new OrderQuery.ReqOpenOrders(), LONG));
        start(settings());
        Peer first = gateway.acceptAndLogOn(200);
        first.expect("5");
        // Some refusals come under no id and without an end.
        first.send("4", "-1", "321", "Error validating request", "", "0");

        Peer second = gateway.acceptAndLogOn(200);
        second.expect("5");

        assertThat(first.seesTheEnd()).isTrue();
        await().untilAsserted(() -> assertThat(application.states()).contains(DISCONNECTED));
        assertThat(reasonOf(DISCONNECTED)).contains("ReqOpenOrders was refused: 321");
    }

    @Test
    void startsOverWhenTheStepsTakeTooLong() {
        application = new RecordingApplication(synchronisation -> new CountDownLatch(1).await());
        start(settings(Duration.ofMillis(200), Duration.ofSeconds(10), LONG, 1000));
        gateway.acceptAndLogOn(200);

        gateway.acceptAndLogOn(200);

        await().untilAsserted(() -> assertThat(application.states()).contains(DISCONNECTED));
        assertThat(reasonOf(DISCONNECTED)).contains("not done within");
    }

    @Test
    void reconnectsWithANewConnectionNumberAndSynchronisesAgain() {
        GatewaySession session = start(settings());
        Peer first = gateway.acceptAndLogOn(200);
        awaitState(session, READY);
        long firstConnection = session.status().connection();

        first.close();
        gateway.acceptAndLogOn(200);

        await().untilAsserted(() -> assertThat(application.states())
                .containsExactly(
                        CONNECTING,
                        HANDSHAKE,
                        SYNCHRONISING,
                        READY,
                        DISCONNECTED,
                        CONNECTING,
                        HANDSHAKE,
                        SYNCHRONISING,
                        READY));
        assertThat(session.status().connection()).isGreaterThan(firstConnection);
        assertThat(application.causes)
                .containsExactly(Synchronisation.Cause.CONNECTED, Synchronisation.Cause.CONNECTED);
    }

    @Test
    void staysOnItsIdWhenItIsInUse() {
        start(settings());
        Peer first = gateway.accept();
        first.answerHello(200);
        List<String> firstStart = first.expect("71");
        first.send("4", "-1", "326", "client id is already in use", "", "0");
        first.close();

        Peer second = gateway.accept();
        second.answerHello(200);

        assertThat(second.expect("71")).isEqualTo(firstStart);
        await().untilAsserted(() -> assertThat(application.states()).contains(REFUSED));
        assertThat(application.changes)
                .filteredOn(change -> change.state() == REFUSED)
                .first()
                .extracting(SessionEvent::errorCode)
                .isEqualTo(326);
    }

    @Test
    void keepsTheSocketWhenTheBrokerIsLostAndSynchronisesWhenItIsBack() {
        GatewaySession session = start(settings());
        Peer peer = gateway.acceptAndLogOn(200);
        awaitState(session, READY);

        peer.send("4", "-1", "1100", "Connectivity between IB and TWS has been lost.", "", "0");
        awaitState(session, BROKER_DOWN);
        assertThat(session.send(order(1)).isAccepted()).isFalse();
        assertThat(session.send(new OrderRequest.CancelOrder(7, OrderCancel.NONE)))
                .isEqualTo(SendOutcome.ACCEPTED);
        peer.send("4", "-1", "1102", "Connectivity restored - data maintained.", "", "0");
        awaitState(session, READY);
        peer.send("4", "-1", "1101", "Connectivity restored - data lost.", "", "0");

        await().untilAsserted(() -> assertThat(application.causes)
                .containsExactly(
                        Synchronisation.Cause.CONNECTED,
                        Synchronisation.Cause.DATA_KEPT,
                        Synchronisation.Cause.DATA_LOST));
        awaitState(session, READY);
    }

    @Test
    void servesTheStrongerCauseWhenSynchronisingWasCutOff() {
        application = new RecordingApplication(
                synchronisation -> synchronisation.require(new OrderQuery.ReqOpenOrders(), LONG));
        GatewaySession session = start(settings());
        Peer peer = gateway.acceptAndLogOn(200);
        peer.expect("5");

        peer.send("4", "-1", "1100", "lost", "", "0");
        awaitState(session, BROKER_DOWN);
        peer.send("4", "-1", "1102", "restored", "", "0");

        await().untilAsserted(() -> assertThat(application.causes)
                .containsExactly(Synchronisation.Cause.CONNECTED, Synchronisation.Cause.CONNECTED));
    }

    @Test
    void waitsForTheBrokerWhenItIsDownFromTheStart() {
        GatewaySession session = start(settings());
        Peer peer = gateway.accept();
        peer.answerHello(200);
        peer.expect("71");
        peer.send("4", "-1", "2110", "Connectivity between TWS and server is broken.", "", "0");
        peer.send("15", "1", "DU9000001");
        peer.send("9", "1", "42");

        awaitState(session, BROKER_DOWN);
        assertThat(application.causes).isEmpty();
        peer.send("4", "-1", "1102", "restored", "", "0");

        awaitState(session, READY);
        assertThat(application.causes).containsExactly(Synchronisation.Cause.CONNECTED);
    }

    @Test
    void findsAHalfOpenConnection() {
        start(settings(LONG, Duration.ofMillis(300), Duration.ofMillis(300), 1000));
        Peer silent = gateway.acceptAndLogOn(200);

        // The socket stays open and swallows the probe.
        silent.expect("49");
        gateway.acceptAndLogOn(200);

        await().untilAsserted(() -> assertThat(application.states()).contains(DISCONNECTED));
        assertThat(reasonOf(DISCONNECTED)).contains("no answer to the probe");
    }

    @Test
    void staysConnectedWhileTheProbeIsAnswered() {
        GatewaySession session = start(settings(LONG, Duration.ofMillis(300), LONG, 1000));
        Peer peer = gateway.acceptAndLogOn(200);
        awaitState(session, READY);

        for (int probe = 0; probe < 4; probe++) {
            peer.expect("49");
            peer.send("49", "1", "1775931128");
        }

        assertThat(application.states()).doesNotContain(DISCONNECTED);
        assertThat(session.state()).isEqualTo(READY);
    }

    @Test
    void measuresHowFarTheGatewaysClockIsAhead() {
        GatewaySession session = start(settings(LONG, Duration.ofMillis(300), LONG, 1000));
        Peer peer = gateway.acceptAndLogOn(200);
        assertThat(session.status().outlook().clockSkewMillis()).isNull();

        peer.expect("49");
        peer.send("49", "1", Long.toString(Instant.now().getEpochSecond() + 3_600));

        await().untilAsserted(() ->
                assertThat(session.status().outlook().clockSkewMillis()).isBetween(3_598_000L, 3_602_000L));
        assertThat(session.status().outlook().binding()).isEqualTo("native");
        assertThat(registry.get("gateway.clock.skew").gauge().value()).isBetween(3_598.0, 3_602.0);
    }

    @Test
    void saysWhetherItsOwnThreadWorks() {
        GatewaySession session = start(settings());

        assertThat(session.isAlive(LONG)).isTrue();
        session.close();
        assertThat(session.isAlive(Duration.ofMillis(1))).isFalse();
    }

    @Test
    void tellsTheGatewayWhichMarketDataItWantsAfterEveryConnect() {
        GatewaySession session = start(SessionSettings.of(connect(), "ibkr-adapter", true)
                .with(new ReconnectSettings(Duration.ofMillis(20), Duration.ofSeconds(1), 0))
                .with(new LivenessSettings(Duration.ofSeconds(5), Duration.ofSeconds(5), LONG))
                .with(new FlowSettings(45, 1000))
                .with(new SynchroniseSettings(LONG, MarketDataType.DELAYED)));
        Peer first = gateway.acceptAndLogOn(200);
        assertThat(first.expect("59")).containsExactly("59", "1", "3");
        awaitState(session, READY);
        first.close();

        assertThat(gateway.acceptAndLogOn(200).expect("59")).containsExactly("59", "1", "3");
    }

    @Test
    void closesForGood() {
        GatewaySession session = start(settings());
        Peer peer = gateway.acceptAndLogOn(200);
        awaitState(session, READY);
        CompletableFuture<RequestOutcome> pending = session.ask(new AccountRequest.ReqPositions(), LONG);

        session.close();
        session.close();

        assertThat(session.state()).isEqualTo(CLOSED);
        assertThat(pending).isCompletedWithValueMatching(RequestOutcome.ConnectionLost.class::isInstance);
        assertThat(application.states()).endsWith(CLOSED);
        assertThat(peer.seesTheEnd()).isTrue();
        assertThat(session.send(new AccountRequest.ReqPositions()).isAccepted()).isFalse();
    }

    @Test
    void closesWhileItConnects() {
        GatewaySession session = start(settings());
        Peer peer = gateway.accept();
        peer.readHello();

        session.close();

        assertThat(session.state()).isEqualTo(CLOSED);
        assertThat(peer.seesTheEnd()).isTrue();
    }

    @Test
    void closesWithoutEverHavingStarted() {
        GatewaySession session = GatewaySessions.create(
                settings(),
                GatewayBindings.nativeBinding(Clock.systemUTC()),
                Clock.systemUTC(),
                registry,
                s -> application);

        session.close();

        assertThat(session.state()).isEqualTo(CLOSED);
    }
}
