package com.quanticity.ibkr.gateway.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.model.ops.AlarmSeverity;
import com.quanticity.ibkr.model.session.SessionState;
import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The gateway's order ids go back after a reset. Ids are the application's; the session says that it happened. */
@Timeout(60)
class OrderIdRollBackTest {

    @Test
    void isToldWithBothNumbersUntilTheIdsAreAsHighAgain() {
        try (GatewaySimulator gateway = GatewaySimulator.start(SimulatorConfig.defaults());
                SimulatedSession adapter = SimulatedSession.trader("127.0.0.1", gateway.port())) {
            adapter.awaitState(SessionState.READY);
            adapter.session.send(SimulatedSession.order(500));
            await().until(() -> !gateway.executions().isEmpty());
            gateway.dropClient(1);
            await().untilAsserted(
                            () -> assertThat(adapter.session.nextValidId()).hasValue(501));
            adapter.awaitState(SessionState.READY);

            gateway.faults().rollBackOrderIds(7);
            gateway.dropClient(1);

            adapter.awaitTold("RAISED ORDER_IDS_WENT_BACK");
            assertThat(adapter.heard.alarms.getFirst().text()).isEqualTo("next order id 7 after 501");
            assertThat(adapter.heard.alarms.getFirst().severity()).isEqualTo(AlarmSeverity.P3);
            adapter.awaitState(SessionState.READY);

            adapter.session.send(SimulatedSession.order(600));
            await().until(() -> gateway.executions().size() == 2);
            gateway.dropClient(1);

            adapter.awaitTold("RAISED ORDER_IDS_WENT_BACK", "CLEARED ORDER_IDS_WENT_BACK");
        }
    }
}
