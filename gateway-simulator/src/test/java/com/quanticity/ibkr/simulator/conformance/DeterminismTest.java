package com.quanticity.ibkr.simulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.MarketSource;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.peer.TestClient;
import com.quanticity.ibkr.simulator.peer.TestOrder;
import com.quanticity.ibkr.simulator.time.SimulatorTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same seed and the same script make the same bytes, whatever is asked for. */
class DeterminismTest {

    private static final String ACCOUNT = "DU1234567";

    @TempDir
    private Path folder;

    @Test
    void sendsTheSameBytesForTheSameSeedAndScript() throws IOException {
        Path first = run(7, "first");
        Path again = run(7, "again");

        assertThat(again).hasSameBinaryContentAs(first);
        assertThat(kinds(first))
                .as("kinds of messages in the transcript")
                .contains("1", "2", "3", "5", "10", "11", "13", "17", "50", "59", "64", "99", "106", "108");
    }

    @Test
    void sendsOthersForAnotherSeed() throws IOException {
        assertThat(Files.readAllBytes(run(8, "other"))).isNotEqualTo(Files.readAllBytes(run(7, "usual")));
    }

    private static List<String> kinds(Path transcript) throws IOException {
        return Files.readAllLines(transcript).stream()
                .filter(line -> line.contains(" > "))
                .map(line -> line.substring(line.indexOf(" > ") + 3).split("\\|", 2)[0])
                .distinct()
                .toList();
    }

    private Path run(long seed, String name) {
        Path transcript = folder.resolve(name);
        try (GatewaySimulator simulator = GatewaySimulator.start(SimulatorConfig.defaults()
                .withMarket(new MarketSource.Generated(seed))
                .withTime(SimulatorTime.stepped(Instant.parse("2026-03-02T15:00:00Z"))))) {
            simulator.witness().startTranscript(transcript);
            try (TestClient reader = TestClient.start(simulator, 2);
                    TestClient trader = TestClient.start(simulator, 1)) {
                subscribe(reader);
                askForThePast(reader);
                trade(simulator, trader);
                pass(simulator, Duration.ofMinutes(3), reader, trader);
            }
            simulator.witness().endTranscript();
        }
        return transcript;
    }

    private static void pass(GatewaySimulator simulator, Duration time, TestClient... clients) {
        for (Duration left = time; left.isPositive(); left = left.minusSeconds(10)) {
            simulator.advance(Duration.ofSeconds(10));
            for (TestClient client : clients) {
                client.drain();
            }
        }
    }

    private static void ask(TestClient client, Object... fields) {
        client.send(fields);
        client.drain();
    }

    private static void subscribe(TestClient client) {
        ask(client, stock(List.of(1, 11, 1), "AAPL", 0, "233,236", 0, 0, ""));
        ask(client, stock(List.of(1, 11, 2), "SPY", 0, "", 0, 0, ""));
        ask(client, stock(List.of(10, 5, 3), "AAPL", 10, 1, ""));
        ask(client, stock(List.of(97, 4), "MSFT", "AllLast", 5, 0));
        ask(client, stock(List.of(97, 5), "MSFT", "BidAsk", 0, 0));
        ask(client, stock(List.of(50, 3, 6), "QQQ", 5, "TRADES", 0, ""));
        ask(client, 6, 2, 1, ACCOUNT);
        ask(client, 62, 1, 7, "All", "NetLiquidation,BuyingPower");
        ask(client, 61, 1);
        ask(client, 92, 8, ACCOUNT, "");
    }

    private static void askForThePast(TestClient client) {
        ask(client, stock(List.of(20, 20), "AAPL", 0, "", "1 min", "1 D", 1, "TRADES", 1, 1, ""));
        ask(client, stock(List.of(20, 21), "SPY", 0, "", "1 day", "1 M", 1, "SCHEDULE", 1, 0, ""));
        ask(client, stock(List.of(96, 22), "MSFT", 0, "", "20260302-14:59:00", 50, "TRADES", 1, 0, ""));
        ask(client, stock(List.of(88, 23), "IWM", 0, 1, "3 days"));
        ask(client, stock(List.of(9, 8, 24), "GOOG", 0, "", "", ""));
    }

    private static Object[] stock(List<Object> before, String symbol, Object... after) {
        List<Object> fields = new ArrayList<>(before);
        fields.addAll(List.of(0, symbol, "STK", "", "0.0", "", "", "SMART", "", "USD", "", ""));
        fields.addAll(List.of(after));
        return fields.toArray();
    }

    private static void trade(GatewaySimulator simulator, TestClient client) {
        place(client, TestOrder.buy(1, 1500, "MKT"));
        place(client, TestOrder.sell(2, 500, "TRAIL").with("trailingPercent", "0.05"));
        place(client, TestOrder.sell(3, 200, "LMT").limit("268.50").tif("IOC"));
        place(
                client,
                TestOrder.buy(4, 100, "LMT")
                        .limit("268.40")
                        .with("ocaGroup", "one")
                        .with("ocaType", 1));
        place(
                client,
                TestOrder.buy(5, 100, "LMT")
                        .limit("268.60")
                        .with("ocaGroup", "one")
                        .with("ocaType", 1));
        place(client, TestOrder.buy(6, 300, "MIDPRICE"));
        pass(simulator, Duration.ofMinutes(1), client);
        ask(client, 4, 2, "", "", 2147483647);
        ask(client, 5, 1);
        ask(client, 7, 3, 9, 0, "", "", "", "", "", "", 2147483647, 0);
        ask(client, 99, 0);
    }

    private static void place(TestClient client, TestOrder order) {
        ask(client, order.with("symbol", "AAPL").frame());
    }
}
