package com.quanticity.ibkr.simulator.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.SimulatorStartException;
import com.quanticity.ibkr.simulator.peer.TestClient;
import com.quanticity.ibkr.simulator.state.SimulatorState;
import com.quanticity.ibkr.simulator.time.SimulatorTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T15:00:00Z");

    private Path file;

    @BeforeEach
    void chooseFile(@TempDir Path folder) {
        file = folder.resolve("state.json");
    }

    private SimulatorConfig configAt(Instant now) {
        return SimulatorConfig.defaults().withStateFile(file).withTime(SimulatorTime.stepped(now));
    }

    private void tradeOnMonday() {
        try (GatewaySimulator simulator = GatewaySimulator.start(configAt(MONDAY));
                TestClient client = TestClient.start(simulator, 1)) {
            client.place(1, "SPY", "BUY", "100", "MKT", "", "DAY", true, "filled");
            client.place(2, "SPY", "BUY", "100", "LMT", "1.00", "DAY", true, "day");
            client.place(3, "SPY", "BUY", "100", "LMT", "1.00", "GTC", true, "gtc");
            client.drain();
        }
    }

    @Test
    void goesOnLikeABrokerWhoseGatewayWasRestarted() {
        tradeOnMonday();

        try (GatewaySimulator again = GatewaySimulator.start(configAt(MONDAY.plusSeconds(60)));
                TestClient client = TestClient.connect(again.port(), 200)) {
            client.send(71, 2, 1, "");
            List<List<String>> burst = client.until(message -> message.contains("2158"));
            client.send(61, 1);
            client.send(7, 3, 8, 0, "", "", "", "", "", "", 2147483647, 0);
            client.send(5, 1);
            client.send(99, 1);
            List<List<String>> answers = client.untilId(102);

            assertThat(burst).contains(List.of("9", "1", "4"));
            assertThat(answers)
                    .extracting(List::getFirst)
                    .containsExactly("61", "62", "11", "59", "55", "5", "3", "5", "3", "53", "101", "102");
            assertThat(answers.get(5)).contains("day");
            assertThat(answers.get(7)).contains("gtc");
        }
    }

    @Test
    void handsOutPermAndExecutionIdsOnlyOnce() {
        tradeOnMonday();

        try (GatewaySimulator again = GatewaySimulator.start(configAt(MONDAY.plusSeconds(60)));
                TestClient client = TestClient.start(again, 1)) {
            client.place(4, "SPY", "BUY", "100", "MKT", "", "DAY", true, "");
            client.drain();
            client.send(7, 3, 8, 0, "", "", "", "", "", "", 2147483647, 0);
            List<List<String>> executions = client.untilId(55).stream()
                    .filter(message -> message.getFirst().equals("11"))
                    .toList();

            assertThat(executions)
                    .extracting(message -> message.get(14))
                    .hasSize(2)
                    .doesNotHaveDuplicates();
            assertThat(executions)
                    .extracting(message -> message.get(21))
                    .hasSize(2)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void dropsDayOrdersAndExecutionsOfAnEarlierDay() {
        tradeOnMonday();

        try (GatewaySimulator tuesday = GatewaySimulator.start(configAt(MONDAY.plus(Duration.ofDays(1))));
                TestClient client = TestClient.start(tuesday, 1)) {
            client.send(7, 3, 8, 0, "", "", "", "", "", "", 2147483647, 0);

            assertThat(client.untilId(55)).hasSize(1);
            assertThat(tuesday.state().openOrders())
                    .extracting(SimulatorState.OrderState::orderRef)
                    .containsExactly("gtc");
            assertThat(tuesday.state().accounts().getFirst().positions()).hasSize(1);
        }
    }

    @Test
    void writesRightAfterAChange() {
        try (GatewaySimulator simulator = GatewaySimulator.start(configAt(MONDAY));
                TestClient client = TestClient.start(simulator, 1)) {
            client.place(1, "SPY", "BUY", "100", "MKT", "", "DAY", true, "");
            client.drain();

            org.awaitility.Awaitility.await().until(() -> Files.exists(file));
        }
    }

    @Test
    void refusesAFileOfAnotherAccountAndABrokenOne() throws IOException {
        tradeOnMonday();

        assertThatThrownBy(() -> GatewaySimulator.start(configAt(MONDAY).withAccount("DU7")))
                .isInstanceOf(SimulatorStartException.class)
                .hasMessageContaining("belongs to account DU1234567");
        Files.writeString(file, "{ broken");
        assertThatThrownBy(() -> GatewaySimulator.start(configAt(MONDAY)))
                .isInstanceOf(SimulatorStartException.class)
                .hasMessageContaining("cannot be read: move it away");
    }
}
