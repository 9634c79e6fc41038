package com.quanticity.ibkr.gateway.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.gateway.contract.GatewayContract;
import com.quanticity.ibkr.gateway.event.TickEvent;
import com.quanticity.ibkr.gateway.request.MarketDataRequest;
import com.quanticity.ibkr.gateway.session.FarmStatus;
import com.quanticity.ibkr.model.session.SessionState;
import com.quanticity.ibkr.simulator.FarmNotice;
import com.quanticity.ibkr.simulator.junit.GatewayControl;
import com.quanticity.ibkr.simulator.junit.SimulatedGateway;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The same user logs in elsewhere and takes the live data. */
@Timeout(60)
@SimulatedGateway
class CompetingSessionTest {

    @Test
    void holdsOrdersUntilDataProvesThatItIsOver(GatewayControl gateway) {
        try (SimulatedSession adapter = SimulatedSession.trader(gateway.host(), gateway.port())) {
            adapter.awaitState(SessionState.READY);
            adapter.session.send(new MarketDataRequest.ReqMktData(
                    adapter.session.nextRequestId(),
                    GatewayContract.stock("SPY", "ARCA", "USD"),
                    "",
                    false,
                    false,
                    List.of()));
            await().until(() -> adapter.heard.batches.stream()
                    .anyMatch(batch -> batch.events().stream().anyMatch(TickEvent.TickPrice.class::isInstance)));

            gateway.faults().startCompetingSession();
            adapter.awaitState(SessionState.DEGRADED);
            adapter.awaitTold("RAISED COMPETING_SESSION");
            assertThat(adapter.session.send(SimulatedSession.order(1)).isAccepted())
                    .isFalse();

            gateway.faults().announceFarm(FarmNotice.MARKET_DATA_BROKEN, "cashfarm");
            gateway.faults().announceFarm(FarmNotice.MARKET_DATA_OK, "cashfarm");
            await().untilAsserted(() -> assertThat(adapter.heard.farms)
                    .filteredOn(farm -> farm.farm().equals("cashfarm"))
                    .extracting(FarmStatus::state)
                    .endsWith(FarmStatus.State.OK));
            assertThat(adapter.session.state()).as("OK proves nothing").isEqualTo(SessionState.DEGRADED);

            gateway.faults().endCompetingSession();
            adapter.awaitState(SessionState.READY);
            adapter.awaitTold("RAISED COMPETING_SESSION", "CLEARED COMPETING_SESSION");
        }
    }
}
