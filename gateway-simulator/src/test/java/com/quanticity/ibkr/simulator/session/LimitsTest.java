package com.quanticity.ibkr.simulator.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.peer.TestClient;
import com.quanticity.ibkr.simulator.time.SimulatorTime;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private final SimulatorTime.Stepped time = SimulatorTime.stepped(Instant.parse("2026-03-02T15:00:00Z"));
    private final GatewaySimulator simulator =
            GatewaySimulator.start(SimulatorConfig.defaults().withTime(time));
    private final TestClient client = TestClient.start(simulator, 1);

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    private static void watch(TestClient watcher, int id) {
        watcher.send(1, 11, id, 0, "SPY", "STK", "", "0.0", "", "", "SMART", "", "USD", "", "", 0, "", 0, 0, "");
    }

    @Test
    void lowersTheMessageRateOfConnectedClients() {
        simulator.use(SessionLimits.defaults().withMessagesPerSecond(2));

        for (int i = 0; i < 3; i++) {
            client.send(8, 1, 1);
        }

        assertThat(client.until(message -> message.getFirst().equals("4")).getLast())
                .startsWith("4", "-1", "100");
    }

    @Test
    void sharesLinesAmongTheClientsOfTheLogin() {
        simulator.use(SessionLimits.defaults().withLines(1, true));
        watch(client, 7);
        client.drain();

        try (TestClient other = TestClient.start(simulator, 2)) {
            watch(other, 8);
            assertThat(other.next()).startsWith("4", "8", "101");

            simulator.use(SessionLimits.defaults().withLines(1, false));
            watch(other, 9);
            assertThat(other.drain()).isNotEmpty().noneMatch(message -> message.contains("101"));
        }
    }

    @Test
    void allowsMoreSummariesAtOnce() {
        simulator.use(SessionLimits.defaults().withAccountSummaries(1));
        client.send(62, 1, 1, "All", "NetLiquidation");
        client.untilId(64);
        client.send(62, 1, 2, "All", "NetLiquidation");
        assertThat(client.next()).startsWith("4", "2", "322");

        simulator.use(simulator.limits().withAccountSummaries(2));
        client.send(62, 1, 2, "All", "NetLiquidation");

        assertThat(client.untilId(64).getLast()).containsExactly("64", "1", "2");
    }

    @Test
    void closesOneClientMoreThanItTakes() {
        simulator.use(SessionLimits.defaults().withClients(1));
        try (TestClient other = TestClient.connect(simulator.port(), 200)) {
            other.send(71, 2, 2, "");

            assertThat(other.assertClosed()).isEmpty();
        }
        assertThat(client.drain()).isEmpty();
    }
}
