package com.quanticity.ibkr.simulator.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.GatewayOptions;
import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.maintenance.MaintenanceOptions;
import com.quanticity.ibkr.simulator.market.Entitlements;
import com.quanticity.ibkr.simulator.peer.MarketRequests;
import com.quanticity.ibkr.simulator.peer.TestClient;
import com.quanticity.ibkr.simulator.state.SimulatorState.GatewayState;
import com.quanticity.ibkr.simulator.time.SimulatorTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecondGatewayTest {

    /** Monday 10:00 in New York. */
    private final SimulatorTime.Stepped time = SimulatorTime.stepped(Instant.parse("2026-03-02T15:00:00Z"));

    private TestClient startOn(int port, int clientId) {
        TestClient client = TestClient.connect(port, 200);
        client.send(71, 2, clientId, "");
        client.until(message -> message.contains("2158"));
        return client;
    }

    @Test
    void takesOverWithTheSameOrdersWhenTheFirstDies() {
        SimulatorConfig config = SimulatorConfig.defaults().withTime(time).withSecondPort(0);
        try (GatewaySimulator simulator = GatewaySimulator.start(config);
                TestClient first = TestClient.start(simulator, 1)) {
            first.place(1, "SPY", "BUY", "10", "1.00", "GTC");
            first.place(2, "SPY", "BUY", "30", "", "DAY");
            first.drain();
            simulator.faults().restart(null);
            first.assertClosed();

            try (TestClient second = startOn(simulator.secondPort(), 1)) {
                second.send(5, 1);
                second.send(61, 1);
                List<List<String>> told = second.drain();

                assertThat(told).extracting(List::getFirst).containsExactly("5", "3", "53", "61", "62");
                assertThat(told.get(3)).contains("30");
                assertThat(simulator.state().gateways())
                        .extracting(GatewayState::listening)
                        .containsExactly(false, true);
            }
        }
    }

    @Test
    void tellsTheSameClientIdOnBothGateways() {
        SimulatorConfig config = SimulatorConfig.defaults().withTime(time).withSecondPort(0);
        try (GatewaySimulator simulator = GatewaySimulator.start(config);
                TestClient first = TestClient.start(simulator, 1);
                TestClient second = startOn(simulator.secondPort(), 1)) {
            first.place(1, "SPY", "BUY", "10", "1.00", "GTC");
            first.drain();

            assertThat(second.drain()).extracting(List::getFirst).contains("5", "3");
            assertThat(simulator.state().clients())
                    .extracting(client -> client.gateway() + " " + client.id())
                    .containsExactly("1 1", "2 1");
        }
    }

    @Test
    void restartsEachNightAndRollsOrderIdsBack() {
        MaintenanceOptions nightly =
                MaintenanceOptions.none().withRestartAt(LocalTime.of(10, 2)).withIdsRollBack(true);
        try (GatewaySimulator simulator = GatewaySimulator.start(
                        SimulatorConfig.defaults().withTime(time).withMaintenance(nightly));
                TestClient client = TestClient.start(simulator, 1)) {
            client.place(9, "SPY", "BUY", "10", "1.00", "GTC");
            client.drain();

            time.advance(Duration.ofMinutes(2).plusSeconds(34));
            boolean isAway = !simulator.state().faults().listening();
            time.advance(Duration.ofSeconds(57));

            assertThat(isAway).isTrue();
            assertThat(simulator.state().faults().listening()).isTrue();
            try (TestClient again = TestClient.connect(simulator.port(), 200)) {
                again.send(71, 2, 1, "");
                assertThat(again.untilId(9).getLast()).containsExactly("9", "1", "1");
            }
        }
    }

    @Test
    void losesTheBrokerTwiceInTheNightlyReset() {
        MaintenanceOptions reset = MaintenanceOptions.none().withResetAt(LocalTime.of(10, 1));
        try (GatewaySimulator simulator = GatewaySimulator.start(
                        SimulatorConfig.defaults().withTime(time).withMaintenance(reset));
                TestClient client = TestClient.start(simulator, 1)) {
            time.advance(Duration.ofMinutes(7));

            assertThat(client.drain())
                    .extracting(message -> message.get(2))
                    .containsExactly("1100", "1102", "1100", "1101");
        }
    }

    @Test
    void waitsForItsUserOnSunday() {
        SimulatorTime.Stepped sundayNight = SimulatorTime.stepped(Instant.parse("2026-03-15T04:59:00Z"));
        MaintenanceOptions weekly = MaintenanceOptions.none().withLoginAt(LocalTime.of(1, 0));
        try (GatewaySimulator simulator = GatewaySimulator.start(
                SimulatorConfig.defaults().withTime(sundayNight).withMaintenance(weekly))) {
            sundayNight.advance(Duration.ofMinutes(6));
            String during = simulator.state().faults().loginFault();
            sundayNight.advance(Duration.ofMinutes(5));

            assertThat(during).isEqualTo("UNANSWERED");
            assertThat(simulator.state().faults().loginFault()).isEqualTo("NONE");
        }
    }

    @Test
    void showsEachUserWhatItHasSubscribedTo() {
        SimulatorConfig config = SimulatorConfig.defaults()
                .withTime(time)
                .withGateways(GatewayOptions.defaults()
                        .withSecondPort(0)
                        .withSecondEntitlements(Entitlements.parse("SPY/level-1=nothing")));
        try (GatewaySimulator simulator = GatewaySimulator.start(config);
                TestClient first = TestClient.start(simulator, 1);
                TestClient second = startOn(simulator.secondPort(), 1)) {
            first.send(MarketRequests.stream(5, "SPY", ""));
            second.send(MarketRequests.stream(5, "SPY", ""));

            assertThat(first.drain())
                    .extracting(List::getFirst)
                    .contains("58", "1")
                    .doesNotContain("4");
            assertThat(second.drain())
                    .singleElement()
                    .satisfies(refusal -> assertThat(refusal).startsWith("4", "5", "354"));

            simulator.faults(2).data().entitle(Entitlements.Rule.parse("SPY/level-1=live"), false);
            second.send(MarketRequests.stream(6, "SPY", ""));
            assertThat(second.drain()).extracting(List::getFirst).contains("1");
        }
    }
}
