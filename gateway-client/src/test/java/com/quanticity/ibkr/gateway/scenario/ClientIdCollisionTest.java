package com.quanticity.ibkr.gateway.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.model.session.ClientId;
import com.quanticity.ibkr.model.session.SessionEvent;
import com.quanticity.ibkr.model.session.SessionState;
import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Another session holds our client id: 326. */
@Timeout(60)
class ClientIdCollisionTest {

    @Test
    void backsOffOnItsIdAndTellsUntilTheIdIsFree() {
        try (GatewaySimulator gateway = GatewaySimulator.start(SimulatorConfig.defaults());
                SimulatedSession holder = SimulatedSession.trader("127.0.0.1", gateway.port())) {
            holder.awaitState(SessionState.READY);
            try (SimulatedSession late = SimulatedSession.trader("127.0.0.1", gateway.port())) {
                late.awaitState(SessionState.REFUSED);
                late.awaitTold("RAISED CLIENT_ID_COLLISION");
                await().until(() -> late.heard.states().stream()
                                .filter(SessionState.REFUSED::equals)
                                .count()
                        >= 3);
                assertThat(late.heard.changes)
                        .filteredOn(change -> change.state() == SessionState.REFUSED)
                        .extracting(SessionEvent::clientId, SessionEvent::errorCode)
                        .containsOnly(tuple(ClientId.of(1), 326));
                assertThat(holder.session.state())
                        .as("the holder is not touched")
                        .isEqualTo(SessionState.READY);

                holder.close();

                late.awaitState(SessionState.READY);
                late.awaitTold("RAISED CLIENT_ID_COLLISION", "CLEARED CLIENT_ID_COLLISION");
            }
        }
    }
}
