package com.quanticity.ibkr.gateway.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.gateway.maintenance.MaintenanceCalendar;
import com.quanticity.ibkr.gateway.order.OrderCancel;
import com.quanticity.ibkr.gateway.request.OrderRequest;
import com.quanticity.ibkr.gateway.session.FarmStatus;
import com.quanticity.ibkr.gateway.session.GatewayEnvironment;
import com.quanticity.ibkr.gateway.session.Impairment;
import com.quanticity.ibkr.gateway.session.LifeSettings;
import com.quanticity.ibkr.model.session.SessionState;
import com.quanticity.ibkr.simulator.FarmNotice;
import com.quanticity.ibkr.simulator.junit.GatewayControl;
import com.quanticity.ibkr.simulator.junit.SimulatedGateway;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A data farm breaks and is back within seconds. */
@Timeout(60)
@SimulatedGateway
class FarmBlipTest {

    @Test
    void holdsOrdersWhileAFarmIsBrokenAndHealsWithoutSynchronisingAnew(GatewayControl gateway) {
        try (SimulatedSession adapter = SimulatedSession.trader(gateway.host(), gateway.port())) {
            adapter.awaitState(SessionState.READY);

            gateway.faults().announceFarm(FarmNotice.MARKET_DATA_BROKEN, "usfarm.nj");
            adapter.awaitState(SessionState.DEGRADED);
            assertThat(adapter.session.status().reason()).contains("market data farm usfarm.nj is broken (2103)");
            assertThat(adapter.session.takesOrders()).isFalse();
            assertThat(adapter.session.send(SimulatedSession.order(1)).isAccepted())
                    .isFalse();
            assertThat(adapter.session
                            .send(new OrderRequest.CancelOrder(1, OrderCancel.NONE))
                            .isAccepted())
                    .isTrue();

            gateway.faults().announceFarm(FarmNotice.MARKET_DATA_CONNECTING, "usfarm.nj");
            gateway.faults().announceFarm(FarmNotice.MARKET_DATA_OK, "usfarm.nj");
            adapter.awaitState(SessionState.READY);

            assertThat(adapter.session.takesOrders()).isTrue();
            assertThat(adapter.heard.causes).as("one synchronising").hasSize(1);
            await().untilAsserted(() -> assertThat(adapter.heard.farms)
                    .filteredOn(farm -> farm.farm().equals("usfarm.nj"))
                    .extracting(FarmStatus::state)
                    .containsSubsequence(FarmStatus.State.BROKEN, FarmStatus.State.OK));
            assertThat(adapter.heard.alarms)
                    .as("it was over before its on-delay")
                    .isEmpty();
        }
    }

    @Test
    void tradesOnWithoutHistory(GatewayControl gateway) {
        try (SimulatedSession adapter = SimulatedSession.trader(gateway.host(), gateway.port())) {
            adapter.awaitState(SessionState.READY);

            gateway.faults().announceFarm(FarmNotice.HISTORY_BROKEN, "ushmds");
            await().untilAsserted(() -> assertThat(adapter.session.impairments())
                    .extracting(Impairment::kind, Impairment::subject)
                    .containsExactly(tuple(Impairment.Kind.HISTORY_FARM, "ushmds")));

            assertThat(adapter.session.state()).isEqualTo(SessionState.READY);
            assertThat(adapter.session.status().outlook().impairments())
                    .containsExactly("history farm ushmds is broken (2105)");
        }
    }

    @Test
    void tradesOnWithoutTheFarmsOfOtherMarketsAndTellsWhenOneStaysAway(GatewayControl gateway) {
        LifeSettings newYorkOnly = new LifeSettings(
                GatewayEnvironment.PAPER,
                null,
                MaintenanceCalendar.none(),
                List.of("us*"),
                Duration.ofMinutes(1),
                Duration.ofMillis(100));
        try (SimulatedSession adapter = new SimulatedSession(
                SimulatedSession.settings(gateway.host(), gateway.port(), 1, true)
                        .with(newYorkOnly),
                new Heard())) {
            adapter.awaitState(SessionState.READY);

            gateway.faults().announceFarm(FarmNotice.MARKET_DATA_BROKEN, "hfarm");
            adapter.awaitTold("RAISED FARM_BROKEN");
            assertThat(adapter.session.state()).isEqualTo(SessionState.READY);

            gateway.faults().announceFarm(FarmNotice.MARKET_DATA_OK, "hfarm");
            adapter.awaitTold("RAISED FARM_BROKEN", "CLEARED FARM_BROKEN");
        }
    }
}
