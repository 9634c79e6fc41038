package com.quanticity.ibkr.gateway.session;

import static com.quanticity.ibkr.model.session.SessionState.READY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.gateway.GatewayBindings;
import com.quanticity.ibkr.gateway.event.ConnectionEvent;
import com.quanticity.ibkr.gateway.order.OrderCancel;
import com.quanticity.ibkr.gateway.request.OrderRequest;
import com.quanticity.ibkr.gateway.request.SessionRequest;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A flood against a gateway that counts: 50 messages a second, the third violation closes the socket. The session may send 20, so that
 * messages of two seconds that bunch on a busy machine are no violation; a flood that nobody holds back is one.
 */
@Timeout(60)
class SimulatorStormTest {

    private static final int FLOOD = 60;

    private final RecordingApplication application = new RecordingApplication(synchronisation -> {});

    @Test
    void neverHearsThatItSentTooMuch() {
        try (GatewaySimulator simulator = GatewaySimulator.start(SimulatorConfig.defaults());
                GatewaySession session = session(simulator)) {
            session.start();
            await().until(() -> session.state() == READY);
            for (int i = 0; i < FLOOD; i++) {
                session.send(new SessionRequest.ReqIds(1));
            }
            for (int i = 0; i < 20; i++) {
                session.send(new OrderRequest.CancelOrder(5_000 + i, OrderCancel.NONE));
            }

            await().atMost(Duration.ofSeconds(30)).until(() -> answers() > FLOOD);

            assertThat(application.events())
                    .filteredOn(ConnectionEvent.ErrorMessage.class::isInstance)
                    .noneMatch(event -> ((ConnectionEvent.ErrorMessage) event).errorCode() == 100);
            assertThat(session.state()).isEqualTo(READY);
        }
    }

    private long answers() {
        return application.events().stream()
                .filter(ConnectionEvent.NextValidId.class::isInstance)
                .count();
    }

    private GatewaySession session(GatewaySimulator simulator) {
        return GatewaySessions.create(
                SessionSettings.of(
                                ConnectSettings.of("127.0.0.1", simulator.port(), ClientId.of(1)), "ibkr-adapter", true)
                        .with(new FlowSettings(20, FlowSettings.DEFAULT_HAND_OVER_CAPACITY)),
                GatewayBindings.nativeBinding(Clock.systemUTC()),
                Clock.systemUTC(),
                new SimpleMeterRegistry(),
                _ -> application);
    }
}
