package com.quanticity.ibkr.simulator.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.MarketSource;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.peer.Recordings;
import com.quanticity.ibkr.simulator.peer.TestClient;
import com.quanticity.ibkr.simulator.time.SimulatorTime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrdersTest {

    private final SimulatorTime.Stepped time = SimulatorTime.stepped(Instant.parse("2026-03-02T15:00:00Z"));
    private GatewaySimulator simulator;
    private TestClient client;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        Recordings.quotes(
                folder,
                "IBM",
                List.of(
                        "09:29:59.000,181.00,300,P,181.50,400,Q",
                        "09:30:10.000,181.00,300,P,181.50,200,Q",
                        "09:30:20.000,180.00,300,P,181.20,500,Q"));
        simulator = GatewaySimulator.start(SimulatorConfig.defaults()
                .withMarket(MarketSource.Recorded.of(folder))
                .withTime(time));
        client = TestClient.start(simulator, 1);
        client.send(1, 11, 900, 0, "IBM", "STK", "", "0.0", "", "", "SMART", "", "USD", "", "", 0, "", 0, 0, "");
        client.send(2, 1, 900);
        client.drain();
    }

    @AfterEach
    void stop() {
        client.close();
        simulator.close();
    }

    /** Message id and, for the order messages, what a reader looks at first. */
    private static String brief(List<String> message) {
        return switch (message.getFirst()) {
            case "3" -> "status %s filled=%s remaining=%s".formatted(message.get(2), message.get(3), message.get(4));
            case "4" -> "message " + message.get(2);
            case "5" -> "order";
            case "11" -> "execution %s %s@%s".formatted(message.get(18), message.get(19), message.get(20));
            case "59" -> "commission " + message.get(3);
            default -> "id " + message.getFirst();
        };
    }

    private List<String> briefs() {
        return client.drain().stream().map(OrdersTest::brief).toList();
    }

    @Test
    void fillsAMarketOrderAtTheAskInTheOrderOfTheCaptures() {
        client.place(1, "IBM", "BUY", "100", "", "DAY");

        assertThat(briefs())
                .containsExactly(
                        "order",
                        "status PreSubmitted filled=0 remaining=100",
                        "execution BOT 100@181.5",
                        "order",
                        "status Filled filled=100 remaining=0",
                        "commission 1");
    }

    @Test
    void fillsNoMoreThanIsDisplayedAndTheRestWhenItIsDisplayedAnew() {
        client.place(1, "IBM", "BUY", "500", "", "DAY");
        List<String> atOnce = briefs();
        time.advance(Duration.ofSeconds(10));
        List<String> later = briefs();

        assertThat(atOnce).contains("execution BOT 400@181.5", "status Submitted filled=400 remaining=100");
        assertThat(later)
                .containsExactly(
                        "execution BOT 100@181.5", "order", "status Filled filled=500 remaining=0", "commission 0.5");
    }

    @Test
    void restsALimitOrderUntilTheMarketReachesIt() {
        client.place(1, "IBM", "BUY", "100", "181.25", "GTC");
        List<String> atOnce = briefs();
        time.advance(Duration.ofSeconds(10));
        List<String> tooHigh = briefs();
        time.advance(Duration.ofSeconds(10));
        List<String> reached = briefs();

        assertThat(atOnce)
                .containsExactly(
                        "order",
                        "status PreSubmitted filled=0 remaining=100",
                        "order",
                        "status Submitted filled=0 remaining=100");
        assertThat(tooHigh).isEmpty();
        assertThat(reached).startsWith("execution BOT 100@181.2");
    }

    @Test
    void cancelsAndSaysSo() {
        client.place(1, "IBM", "BUY", "100", "170", "DAY");
        briefs();
        client.send(4, 1, "", "", 2147483647);

        assertThat(briefs())
                .containsExactly(
                        "status PendingCancel filled=0 remaining=100",
                        "status Cancelled filled=0 remaining=100",
                        "message 202");
    }

    @Test
    void refusesCancelsOfUnknownFilledAndForeignOrders() {
        client.place(1, "IBM", "BUY", "100", "", "DAY");
        briefs();
        client.send(4, 1, "", "", 2147483647);
        client.send(4, 99, "", "", 2147483647);
        try (TestClient other = TestClient.start(simulator, 2)) {
            client.place(2, "IBM", "BUY", "100", "170", "DAY");
            List<String> own = briefs();
            other.send(4, 2, "", "", 2147483647);

            assertThat(own).startsWith("message 10148", "message 10147");
            assertThat(other.drain()).extracting(OrdersTest::brief).containsExactly("message 10147");
            assertThat(simulator.state().openOrders()).hasSize(1);
        }
    }

    @Test
    void changesPriceAndQuantityOfAWorkingOrder() {
        client.place(1, "IBM", "BUY", "100", "170", "DAY");
        briefs();
        client.place(1, "IBM", "BUY", "50", "181.50", "DAY");

        assertThat(briefs())
                .containsExactly(
                        "order",
                        "status Submitted filled=0 remaining=50",
                        "execution BOT 50@181.5",
                        "order",
                        "status Filled filled=50 remaining=0",
                        "commission 1");
    }

    @Test
    void refusesBadOrdersWithTheRightCode() {
        client.place(1, "IBM", "BUY", "-5", "", "DAY");
        client.place(2, "IBM", "BUY", "100", "FEELINGS", "10", "DAY", true, "");
        client.place(3, "NOPE", "BUY", "100", "", "DAY");
        client.place(4, "IBM", "BUY", "100", "181.123", "DAY");
        client.place(5, "IBM", "BUY", "50000", "", "DAY");
        client.place(6, "IBM", "BUY", "100", "STP", "", "DAY", true, "");

        assertThat(briefs())
                .containsExactly(
                        "message 201",
                        "message 321",
                        "message 200",
                        "message 110",
                        "message 201",
                        "order",
                        "status Inactive filled=0 remaining=50000",
                        "message 403");
    }

    @Test
    void refusesAnOrderIdThatWasUsed() {
        client.place(5, "IBM", "BUY", "100", "", "DAY");
        briefs();
        client.place(5, "IBM", "BUY", "100", "", "DAY");
        client.place(3, "IBM", "BUY", "100", "", "DAY");

        assertThat(briefs()).containsExactly("message 104", "message 103");
    }

    @Test
    void keepsAStagedOrderSilentUntilItIsReleased() {
        client.place(1, "IBM", "BUY", "100", "LMT", "170", "DAY", false, "");
        List<String> staged = briefs();
        client.place(1, "IBM", "BUY", "100", "LMT", "170", "DAY", true, "");

        assertThat(staged).isEmpty();
        assertThat(briefs()).hasSize(4);
    }

    @Test
    void endsImmediateOrdersThatCannotBeFilled() {
        client.place(1, "IBM", "BUY", "100", "170", "IOC");
        client.place(2, "IBM", "BUY", "1000", "182", "FOK");

        assertThat(briefs())
                .containsExactly(
                        "order",
                        "status PendingCancel filled=0 remaining=100",
                        "status Cancelled filled=0 remaining=100",
                        "order",
                        "status Inactive filled=0 remaining=1000");
    }

    @Test
    void keepsOrdersWhenTheClientLeavesAndContinuesItsIds() {
        client.place(7, "IBM", "BUY", "100", "LMT", "170", "GTC", true, "strategy-1");
        client.drain();
        client.close();
        org.awaitility.Awaitility.await()
                .until(() -> simulator.state().clients().isEmpty());

        client = TestClient.connect(simulator.port(), 200);
        client.send(71, 2, 1, "");
        List<List<String>> burst = client.until(message -> message.contains("2158"));
        client.send(5, 1);
        List<List<String>> open = client.untilId(53);

        assertThat(burst).contains(List.of("9", "1", "8"));
        assertThat(open).extracting(List::getFirst).containsExactly("5", "3", "53");
        assertThat(open.getFirst()).contains("strategy-1");
    }

    @Test
    void cancelsTheOrdersOfEveryClientGlobally() {
        client.place(1, "IBM", "BUY", "100", "170", "DAY");
        briefs();
        try (TestClient other = TestClient.start(simulator, 2)) {
            other.send(58, "", 2147483647);

            assertThat(other.drain()).isEmpty();
            assertThat(briefs()).contains("status Cancelled filled=0 remaining=100");
        }
    }

    @Test
    void answersExecutionsPositionsAndCompletedOrders() {
        client.place(1, "IBM", "BUY", "100", "LMT", "182", "DAY", true, "my-ref");
        client.drain();
        client.send(7, 3, 50, 0, "", "", "", "", "", "", 2147483647, 0);
        client.send(61, 1);
        client.send(99, 1);

        List<List<String>> answers = client.drain();

        assertThat(answers).extracting(List::getFirst).containsExactly("11", "59", "55", "61", "62", "101", "102");
        assertThat(answers.getFirst())
                .startsWith("11", "50", "1", "8314", "IBM")
                .contains("my-ref");
        assertThat(answers.get(3)).endsWith("100", "181.51");
        assertThat(answers.get(5)).contains("my-ref", "Filled");
    }

    @Test
    void endsDayOrdersAtMidnightInNewYorkAndKeepsTheOthers() {
        client.place(1, "IBM", "BUY", "100", "170", "DAY");
        client.place(2, "IBM", "BUY", "100", "170", "GTC");
        briefs();
        time.advance(Duration.ofHours(14));

        assertThat(briefs()).containsExactly("status Cancelled filled=0 remaining=100");
        assertThat(simulator.state().openOrders()).hasSize(1);
    }

    @Test
    void letsAReconnectedClientAskForEveryonesOrders() {
        client.place(1, "IBM", "BUY", "100", "170", "DAY");
        briefs();
        try (TestClient other = TestClient.start(simulator, 2)) {
            other.send(16, 1);

            assertThat(other.untilId(53))
                    .extracting(OrdersTest::brief)
                    .startsWith("order", "status Submitted filled=0 remaining=100");
        }
    }
}
