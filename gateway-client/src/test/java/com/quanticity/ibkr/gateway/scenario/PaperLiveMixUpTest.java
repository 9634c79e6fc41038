package com.quanticity.ibkr.gateway.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.model.session.SessionState;
import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A session meant for paper meets live accounts. */
@Timeout(60)
class PaperLiveMixUpTest {

    @Test
    void leavesBeforeAnythingIsSent() {
        try (GatewaySimulator gateway =
                        GatewaySimulator.start(SimulatorConfig.defaults().withAccount("U1234567"));
                SimulatedSession adapter = SimulatedSession.trader("127.0.0.1", gateway.port())) {
            adapter.awaitState(SessionState.REFUSED);
            adapter.awaitTold("RAISED PAPER_LIVE_MIX_UP");

            // It tries again soon, and says what it tries meanwhile.
            await().untilAsserted(() -> assertThat(adapter.session.status().reason())
                    .contains("1 of 1 accounts of this login are not paper accounts")
                    .doesNotContain("U1234567"));
            assertThat(adapter.heard.causes).as("nothing was synchronised").isEmpty();
        }
    }
}
