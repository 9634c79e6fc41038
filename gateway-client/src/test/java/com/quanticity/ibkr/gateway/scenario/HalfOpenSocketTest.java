package com.quanticity.ibkr.gateway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.ConnectSettings;
import com.quanticity.ibkr.gateway.peer.FakeGateway;
import com.quanticity.ibkr.gateway.session.FlowSettings;
import com.quanticity.ibkr.gateway.session.LivenessSettings;
import com.quanticity.ibkr.gateway.session.ReconnectSettings;
import com.quanticity.ibkr.gateway.session.SessionSettings;
import com.quanticity.ibkr.gateway.session.SynchroniseSettings;
import com.quanticity.ibkr.model.market.MarketDataType;
import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.session.SessionEvent;
import com.quanticity.ibkr.model.session.SessionState;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The peer is gone and the socket does not know. */
@Timeout(60)
class HalfOpenSocketTest {

    @Test
    void isFoundByTheProbeAndReplaced() {
        try (FakeGateway gateway = new FakeGateway();
                SimulatedSession adapter = new SimulatedSession(impatient(gateway), new Heard())) {
            gateway.acceptAndLogOn(200).expect("49");

            gateway.acceptAndLogOn(200);

            adapter.awaitState(SessionState.READY);
            assertThat(adapter.heard.changes)
                    .filteredOn(change -> change.state() == SessionState.DISCONNECTED)
                    .first()
                    .extracting(SessionEvent::reason)
                    .asString()
                    .contains("no answer to the probe");
            assertThat(adapter.heard.pages())
                    .as("one lost connection is no outage")
                    .isEmpty();
        }
    }

    private static SessionSettings impatient(FakeGateway gateway) {
        return SessionSettings.of(
                        ConnectSettings.of(gateway.host(), gateway.port(), ClientId.of(1)), "ibkr-adapter", true)
                .with(new ReconnectSettings(Duration.ofMillis(20), Duration.ofMillis(200), 0))
                .with(new LivenessSettings(Duration.ofMillis(300), Duration.ofMillis(300), SimulatedSession.LONG))
                .with(new FlowSettings(45, 1000))
                .with(new SynchroniseSettings(SimulatedSession.LONG, MarketDataType.LIVE));
    }
}
