package com.quanticity.ibkr.simulator.witness;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.peer.TestClient;
import com.quanticity.ibkr.simulator.time.SimulatorTime;
import com.quanticity.ibkr.simulator.witness.WitnessReport.OrderChange;
import com.quanticity.ibkr.simulator.witness.WitnessReport.SubscriptionReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessTest {

    private static final Instant START = Instant.parse("2026-03-02T15:00:00Z");

    private static GatewaySimulator start(SimulatorTime time) {
        return GatewaySimulator.start(SimulatorConfig.defaults().withTime(time));
    }

    private static void subscribe(TestClient client, int id, String symbol) {
        client.send(1, 11, id, 0, symbol, "STK", "", "0.0", "", "", "SMART", "", "USD", "", "", 0, "", 0, 0, "");
    }

    @Test
    void seesEveryStateOfAnOrderWhetherAnybodyIsToldOrNot() {
        try (GatewaySimulator simulator = start(SimulatorTime.stepped(START));
                TestClient client = TestClient.start(simulator, 1)) {
            simulator.faults().messages().withhold("EXECUTION_DATA", null, null);
            simulator.faults().messages().withhold("ORDER_STATUS", null, null);
            client.place(3, "SPY", "BUY", "10", "", "DAY");
            client.drain();

            WitnessReport report = simulator.witness().report();

            assertThat(Objects.requireNonNull(report.order(1, 3)).changes())
                    .extracting(OrderChange::status)
                    .endsWith("Filled");
            assertThat(report.fills())
                    .singleElement()
                    .satisfies(fill -> assertThat(fill.shares()).isEqualByComparingTo("10"));
            assertThat(Objects.requireNonNull(report.client(1)).sent("EXECUTION_DATA"))
                    .isZero();
        }
    }

    @Test
    void countsMessagesByClientKindAndDirection() {
        try (GatewaySimulator simulator = start(SimulatorTime.stepped(START));
                TestClient client = TestClient.start(simulator, 4)) {
            client.send(61, 1);
            client.send(61, 1);
            client.drain();

            WitnessReport.ClientReport report =
                    Objects.requireNonNull(simulator.witness().report().client(4));

            assertThat(report.received("REQ_POSITIONS")).isEqualTo(2);
            assertThat(report.sent("POSITION_END")).isEqualTo(2);
            assertThat(report.errors()).containsKeys(2104, 2106, 2158);
            assertThat(report.sessions()).isEqualTo(1);
        }
    }

    @Test
    void countsSubscriptionsNowAndAtMostAndLimitsHit() {
        try (GatewaySimulator simulator = start(SimulatorTime.stepped(START));
                TestClient client = TestClient.start(simulator, 1)) {
            subscribe(client, 1, "SPY");
            subscribe(client, 2, "QQQ");
            subscribe(client, 2, "QQQ");
            subscribe(client, 3, "NOSUCH");
            client.send(2, 2, 1);
            client.drain();

            WitnessReport report = simulator.witness().report();

            assertThat(report.subscriptions(SubscriptionKind.MARKET_DATA)).isEqualTo(new SubscriptionReport(1, 3, 3));
            assertThat(report.limitsHit()).containsEntry(322, 1L);
        }
    }

    @Test
    void writesTheSameTranscriptForTheSameSeedAndScript(@TempDir Path folder) throws Exception {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");

        runScript(first);
        runScript(second);

        assertThat(Files.size(first)).isGreaterThan(10_000);
        assertThat(second).hasSameBinaryContentAs(first);
    }

    private static void runScript(Path transcript) {
        SimulatorTime.Stepped time = SimulatorTime.stepped(START);
        try (GatewaySimulator simulator = start(time)) {
            simulator.witness().startTranscript(transcript);
            try (TestClient client = TestClient.start(simulator, 1)) {
                subscribe(client, 1, "SPY");
                subscribe(client, 2, "AAPL");
                client.drain();
                time.advance(Duration.ofSeconds(20));
                client.place(1, "SPY", "BUY", "2000", "", "DAY");
                client.place(2, "AAPL", "SELL", "100", "9999.00", "GTC");
                client.drain();
                time.advance(Duration.ofSeconds(20));
                client.send(62, 1, 70, "All", "NetLiquidation,TotalCashValue");
                client.send(61, 1);
                client.send(4, 2, "", "", 2147483647);
                client.drain();
                simulator.faults().loseBroker(Duration.ofSeconds(5), true);
                time.advance(Duration.ofMinutes(5));
                client.drain();
            }
            simulator.witness().endTranscript();
        }
    }

    @Test
    void keepsATranscriptInMemory() {
        try (GatewaySimulator simulator = start(SimulatorTime.stepped(START))) {
            simulator.witness().startTranscript();
            try (TestClient client = TestClient.start(simulator, 1)) {
                client.drain();
            }

            List<String> lines = simulator.witness().transcript();

            assertThat(lines)
                    .startsWith(
                            "2026-03-02T15:00:00Z 1 > 200|20260302 10:00:00 US/Eastern|",
                            "2026-03-02T15:00:00Z 1 < 71|2|1||",
                            "2026-03-02T15:00:00Z 1 > 15|1|DU1234567|");
        }
    }
}
