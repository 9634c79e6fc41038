package com.quanticity.ibkr.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.gateway.GatewayBindings;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.event.TickEvent;
import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.gateway.peer.FakeGateway;
import com.quanticity.ibkr.gateway.peer.Peer;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.OrderRequest;
import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.session.SessionState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.SocketException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;

/** A session against a gateway played by hand, closed after each test. */
abstract class SessionFixture {

    static final Duration LONG = Duration.ofSeconds(20);
    static final GatewayContract APPLE = GatewayContract.stock("AAPL", "NASDAQ", "USD");

    final FakeGateway gateway = new FakeGateway();
    final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicReference<GatewaySession> made = new AtomicReference<>();
    RecordingApplication application = new RecordingApplication(synchronisation -> {});

    @AfterEach
    void close() {
        GatewaySession session = made.get();
        if (session != null) {
            session.close();
        }
        gateway.close();
    }

    final GatewaySession start(SessionSettings settings) {
        return startWith(settings, application);
    }

    final SessionSettings settings() {
        return settings(LONG, Duration.ofSeconds(5), LONG, 300_000);
    }

    final SessionSettings settings(
            Duration synchroniseTimeout, Duration probeInterval, Duration probeTimeout, int handOverCapacity) {
        return SessionSettings.of(connect(), "ibkr-adapter", true)
                .with(new ReconnectSettings(Duration.ofMillis(20), Duration.ofSeconds(1), 0))
                .with(new LivenessSettings(probeInterval, probeTimeout, LONG.multipliedBy(2)))
                .with(new FlowSettings(45, handOverCapacity))
                .with(new SynchroniseSettings(synchroniseTimeout, MarketDataType.LIVE));
    }

    final ConnectSettings connect() {
        return new ConnectSettings(
                gateway.host(), gateway.port(), ClientId.of(1), 176, 200, "", Duration.ofSeconds(10));
    }

    static void awaitState(GatewaySession session, SessionState state) {
        await().untilAsserted(() -> assertThat(session.state()).isEqualTo(state));
    }

    final String reasonOf(SessionState state) {
        return application.changes.stream()
                .filter(change -> change.state() == state)
                .findFirst()
                .orElseThrow()
                .reason();
    }

    static List<Long> sizes(RecordingApplication application) {
        return application.events().stream()
                .filter(TickEvent.TickSize.class::isInstance)
                .map(event -> ((TickEvent.TickSize) event).unscaledSize())
                .toList();
    }

    static GatewayRequest order(int orderId) {
        return new OrderRequest.PlaceOrder(
                orderId, APPLE, GatewayOrder.market("BUY", BigDecimal.TEN).build());
    }

    static void sendTicksUntilCutOff(Peer peer) {
        try {
            for (int size = 1; size < Integer.MAX_VALUE; size++) {
                peer.send("2", "6", "7", "8", Integer.toString(size));
            }
        } catch (UncheckedIOException e) {
            assertThat(e).hasCauseInstanceOf(SocketException.class);
        }
    }

    static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    final GatewaySession startWith(SessionSettings settings, SessionListener listener) {
        return startWith(settings, SessionSharing.alone(Clock.systemUTC()), listener);
    }

    final GatewaySession startWith(SessionSettings settings, SessionSharing sharing, SessionListener listener) {
        GatewaySession session = GatewaySessions.create(
                settings,
                GatewayBindings.nativeBinding(Clock.systemUTC()),
                Clock.systemUTC(),
                registry,
                sharing,
                s -> listener);
        made.set(session);
        session.start();
        return session;
    }
}
