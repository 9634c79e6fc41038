package com.quanticity.ibkr.simulator.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.peer.OrderFloor;
import com.quanticity.ibkr.simulator.peer.TestClient;
import com.quanticity.ibkr.simulator.peer.TestOrder;
import com.quanticity.ibkr.simulator.time.SimulatorTime;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderRestartTest {

    @TempDir
    private Path folder;

    private GatewaySimulator start() {
        return GatewaySimulator.start(SimulatorConfig.defaults()
                .withStateFile(folder.resolve("state.json"))
                .withTime(SimulatorTime.stepped(Instant.parse("2026-03-02T15:00:00Z"))));
    }

    private static List<String> openOrders(GatewaySimulator simulator) {
        try (TestClient client = TestClient.start(simulator, 1)) {
            client.send(5, 1);
            return OrderFloor.heard(client);
        }
    }

    @Test
    void keepsWhatHoldsEveryOrder() {
        List<String> before;
        try (GatewaySimulator simulator = start();
                TestClient client = TestClient.start(simulator, 1)) {
            for (TestOrder order : List.of(
                    TestOrder.buy(1, 10, "LMT").limit("1"),
                    TestOrder.sell(2, 10, "STP").aux("1"),
                    TestOrder.sell(3, 10, "TRAIL").with("trailingPercent", "50"),
                    TestOrder.buy(4, 10, "LMT").limit("1").condition("3", "a", "1", "20260303-15:00:00"),
                    TestOrder.sell(5, 10, "LMT").limit("9000").child(1),
                    TestOrder.buy(6, 10, "LMT").limit("1").algo("Vwap", "maxPctVol", "0.2"))) {
                client.send(order.with("symbol", "AAPL").tif("GTC").frame());
            }
            client.drain();
            client.close();
            org.awaitility.Awaitility.await()
                    .until(() -> simulator.state().clients().isEmpty());
            before = openOrders(simulator);
        }

        try (GatewaySimulator simulator = start()) {
            assertThat(openOrders(simulator)).isEqualTo(before);
        }
        assertThat(before)
                .contains(
                        "1 Submitted 0/10",
                        "2 PreSubmitted trigger 0/10",
                        "3 PreSubmitted trigger 0/10",
                        "4 PreSubmitted 0/10",
                        "5 PreSubmitted child 0/10",
                        "6 Submitted 0/10");
    }
}
