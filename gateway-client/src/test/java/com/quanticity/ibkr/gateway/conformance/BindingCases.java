package com.quanticity.ibkr.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.ConnectOutcome;
import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.gateway.GatewayBinding;
import com.quanticity.ibkr.gateway.GatewayConnection;
import com.quanticity.ibkr.gateway.SendOutcome;
import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.event.ConnectionEvent.CurrentTime;
import com.quanticity.ibkr.gateway.event.GatewayEvent;
import com.quanticity.ibkr.gateway.request.GatewayRequest;
import com.quanticity.ibkr.gateway.request.SessionRequest;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.market.MarketOptions;
import com.quanticity.ibkr.simulator.market.MarketOptions.Conflation;
import com.quanticity.ibkr.simulator.session.SessionLimits;
import com.quanticity.ibkr.simulator.time.SimulatorTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;

/** A simulator, a binding, and what the binding's connections say. */
abstract class BindingCases {

    static final GatewayContract SPY = GatewayContract.stock("SPY", "", "USD");
    static final Instant START = Instant.parse("2026-03-02T15:00:00Z");

    final SimulatorTime.Stepped time = SimulatorTime.stepped(START);
    final Heard heard = new Heard();
    private final List<GatewayConnection> connections = new ArrayList<>();
    private GatewaySimulator simulator = GatewaySimulator.start(config());

    abstract GatewayBinding binding();

    @AfterEach
    void stop() {
        connections.forEach(GatewayConnection::close);
        simulator.close();
    }

    final GatewaySimulator simulator() {
        return simulator;
    }

    /** Replaces the simulator by one whose highest version is this. */
    final void speaking(int serverVersion) {
        simulating(config -> config.withServerVersion(serverVersion));
    }

    /** Replaces the simulator by one that is set up differently. */
    final void simulating(UnaryOperator<SimulatorConfig> change) {
        simulator.close();
        simulator = GatewaySimulator.start(change.apply(config()));
    }

    private SimulatorConfig config() {
        return SimulatorConfig.defaults()
                .withMarketData(MarketOptions.defaults().withConflation(Conflation.OFF))
                .withTime(time)
                .withLimits(SessionLimits.defaults().withMessagesPerSecond(100_000));
    }

    final ConnectSettings settings(int clientId) {
        return ConnectSettings.of("127.0.0.1", simulator.port(), ClientId.of(clientId));
    }

    final ConnectSettings versions(int least, int most) {
        ConnectSettings all = settings(1);
        return new ConnectSettings(all.host(), all.port(), all.clientId(), least, most, "", all.timeout());
    }

    final ConnectSettings within(Duration timeout) {
        ConnectSettings all = settings(1);
        return new ConnectSettings(
                all.host(), all.port(), all.clientId(), all.minVersion(), all.maxVersion(), "", timeout);
    }

    /** Connects as client 1 and keeps what is heard. */
    final GatewayConnection connect() {
        return connect(settings(1), heard);
    }

    final GatewayConnection connect(ConnectSettings settings, Heard listener) {
        ConnectOutcome outcome = binding().connect(settings, listener);
        assertThat(outcome).isInstanceOf(ConnectOutcome.Connected.class);
        GatewayConnection connection = ((ConnectOutcome.Connected) outcome).connection();
        connections.add(connection);
        return connection;
    }

    static void send(GatewayConnection connection, GatewayRequest... requests) {
        for (GatewayRequest request : requests) {
            assertThat(connection.send(request)).as("sending %s", request).isEqualTo(SendOutcome.ACCEPTED);
        }
    }

    /** Waits until the gateway has answered everything sent so far; true for the requests it answers at once. */
    final void settle(GatewayConnection connection) {
        int before = heard.all(CurrentTime.class).size();
        send(connection, new SessionRequest.ReqCurrentTime());
        heard.awaitMany(CurrentTime.class, any -> true, before + 1);
    }

    final <T extends GatewayEvent> List<T> all(Class<T> kind) {
        return heard.all(kind);
    }
}
