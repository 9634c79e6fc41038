package com.quanticity.ibkr.gateway.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.gateway.GatewayBindings;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.order.GatewayOrder;
import com.quanticity.ibkr.gateway.request.OrderRequest;
import com.quanticity.ibkr.gateway.session.FlowSettings;
import com.quanticity.ibkr.gateway.session.GatewaySession;
import com.quanticity.ibkr.gateway.session.GatewaySessions;
import com.quanticity.ibkr.gateway.session.LivenessSettings;
import com.quanticity.ibkr.gateway.session.ReconnectSettings;
import com.quanticity.ibkr.gateway.session.SessionSettings;
import com.quanticity.ibkr.gateway.session.SynchroniseSettings;
import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.session.SessionState;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** A real session over a real socket. It reconnects after 20 ms, at most every 200 ms. */
final class SimulatedSession implements AutoCloseable {

    static final Duration LONG = Duration.ofSeconds(20);

    final Heard heard;
    final GatewaySession session;

    SimulatedSession(SessionSettings settings, Heard heard) {
        this.heard = heard;
        this.session = GatewaySessions.create(
                settings,
                GatewayBindings.nativeBinding(Clock.systemUTC()),
                Clock.systemUTC(),
                new SimpleMeterRegistry(),
                unused -> heard);
        session.start();
    }

    static SimulatedSession trader(String host, int port) {
        return new SimulatedSession(settings(host, port, 1, true), new Heard());
    }

    static SessionSettings settings(String host, int port, int clientId, boolean mayTrade) {
        return SessionSettings.of(
                        new ConnectSettings(host, port, ClientId.of(clientId), 180, 200, "", Duration.ofSeconds(10)),
                        mayTrade ? "ibkr-adapter" : "risk-manager",
                        mayTrade)
                .with(new ReconnectSettings(Duration.ofMillis(20), Duration.ofMillis(200), 0))
                .with(new LivenessSettings(Duration.ofSeconds(5), Duration.ofSeconds(5), LONG))
                .with(new FlowSettings(45, 100_000))
                .with(new SynchroniseSettings(LONG, MarketDataType.LIVE));
    }

    void awaitState(SessionState state) {
        await().untilAsserted(() -> assertThat(session.state()).isEqualTo(state));
    }

    void awaitTold(String... told) {
        await().untilAsserted(() -> assertThat(heard.told()).containsExactly(told));
    }

    List<String> alarms() {
        return session.alarms().stream().map(alarm -> alarm.kind().name()).toList();
    }

    static OrderRequest.PlaceOrder order(int orderId) {
        return new OrderRequest.PlaceOrder(
                orderId,
                GatewayContract.stock("AAPL", "NASDAQ", "USD"),
                GatewayOrder.market("BUY", BigDecimal.ONE).build());
    }

    @Override
    public void close() {
        session.close();
    }
}
