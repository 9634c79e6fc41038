package com.quanticity.ibkr.gateway.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.gateway.event.TradingEvent;
import com.quanticity.ibkr.gateway.execution.ExecutionFilter;
import com.quanticity.ibkr.gateway.request.OrderQuery;
import com.quanticity.ibkr.gateway.session.Synchronisation;
import com.quanticity.ibkr.model.session.SessionState;
import com.quanticity.ibkr.simulator.ConnectivityNotice;
import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** 1100, a fill meanwhile, 1102: the socket stays, and the fill is picked up before orders may leave again. */
@Timeout(60)
class BrokerLinkTest {

    @Test
    void picksUpWhatWasFilledInTheGap() {
        List<Integer> executionsRead = new CopyOnWriteArrayList<>();
        Heard heard = new Heard();
        heard.steps = synchronisation -> executionsRead.add(executions(synchronisation));
        try (GatewaySimulator gateway = GatewaySimulator.start(SimulatorConfig.defaults());
                SimulatedSession adapter =
                        new SimulatedSession(SimulatedSession.settings("127.0.0.1", gateway.port(), 1, true), heard)) {
            adapter.awaitState(SessionState.READY);
            long connection = adapter.session.status().connection();
            int orderId = adapter.session.nextValidId().orElseThrow();

            assertThat(adapter.session.send(SimulatedSession.order(orderId)).isAccepted())
                    .isTrue();
            gateway.announce(ConnectivityNotice.LOST);
            adapter.awaitState(SessionState.BROKER_DOWN);
            assertThat(adapter.session.send(SimulatedSession.order(orderId + 1)).isAccepted())
                    .isFalse();
            await().until(() -> !gateway.executions().isEmpty());
            gateway.announce(ConnectivityNotice.RESTORED_DATA_KEPT);

            adapter.awaitState(SessionState.READY);
            assertThat(executionsRead).containsExactly(0, 1);
            assertThat(heard.causes).containsExactly(Synchronisation.Cause.CONNECTED, Synchronisation.Cause.DATA_KEPT);
            assertThat(adapter.session.status().connection())
                    .as("the socket is kept")
                    .isEqualTo(connection);
            assertThat(heard.alarms).as("it was over before its on-delay").isEmpty();
        }
    }

    private static int executions(Synchronisation synchronisation) throws InterruptedException {
        return (int) synchronisation
                .require(
                        new OrderQuery.ReqExecutions(synchronisation.nextRequestId(), ExecutionFilter.ALL),
                        SimulatedSession.LONG)
                .stream()
                .filter(TradingEvent.ExecDetails.class::isInstance)
                .count();
    }
}
