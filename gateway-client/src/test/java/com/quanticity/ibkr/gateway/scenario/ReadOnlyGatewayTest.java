package com.quanticity.ibkr.gateway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.gateway.request.OrderQuery;
import com.quanticity.ibkr.model.session.SessionState;
import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Somebody left Read-Only API ticked in the gateway. */
@Timeout(60)
class ReadOnlyGatewayTest {

    private final GatewaySimulator gateway = GatewaySimulator.start(SimulatorConfig.defaults());

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void refusesASessionThatTradesUntilItIsMended() {
        gateway.faults().setReadOnly(true);
        Heard heard = new Heard();
        heard.steps = synchronisation -> synchronisation.require(new OrderQuery.ReqOpenOrders(), SimulatedSession.LONG);
        try (SimulatedSession adapter =
                new SimulatedSession(SimulatedSession.settings("127.0.0.1", gateway.port(), 1, true), heard)) {
            adapter.awaitState(SessionState.REFUSED);
            adapter.awaitTold("RAISED READ_ONLY_GATEWAY");

            gateway.faults().setReadOnly(false);

            adapter.awaitState(SessionState.READY);
            adapter.awaitTold("RAISED READ_ONLY_GATEWAY", "CLEARED READ_ONLY_GATEWAY");
        }
    }

    @Test
    void letsASessionThatNeverTradesGoOn() {
        gateway.faults().setReadOnly(true);
        Heard heard = new Heard();
        heard.steps = synchronisation -> synchronisation.ask(new OrderQuery.ReqAllOpenOrders(), SimulatedSession.LONG);
        try (SimulatedSession risk =
                new SimulatedSession(SimulatedSession.settings("127.0.0.1", gateway.port(), 2, false), heard)) {
            risk.awaitState(SessionState.READY);

            assertThat(heard.alarms).isEmpty();
        }
    }
}
