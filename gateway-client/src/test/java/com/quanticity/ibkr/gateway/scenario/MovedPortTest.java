package com.quanticity.ibkr.gateway.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.model.session.SessionState;
import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody changes the API port while we are connected: 1300. */
@Timeout(60)
class MovedPortTest {

    @Test
    void followsToThePortInTheText() {
        try (GatewaySimulator gateway = GatewaySimulator.start(SimulatorConfig.defaults());
                SimulatedSession adapter = SimulatedSession.trader("127.0.0.1", gateway.port())) {
            adapter.awaitState(SessionState.READY);

            int port = gateway.faults().movePort();

            await().untilAsserted(
                            () -> assertThat(adapter.session.status().gateway()).isEqualTo("127.0.0.1:" + port));
            adapter.awaitState(SessionState.READY);
            adapter.awaitTold("RAISED GATEWAY_PORT_CHANGED");
        }
    }
}
