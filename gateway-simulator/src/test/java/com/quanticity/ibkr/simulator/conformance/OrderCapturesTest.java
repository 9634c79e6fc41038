package com.quanticity.ibkr.simulator.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.MarketSource;
import com.quanticity.ibkr.simulator.SimulatorConfig;
import com.quanticity.ibkr.simulator.matching.OrderHabit;
import com.quanticity.ibkr.simulator.matching.OrderHabits;
import com.quanticity.ibkr.simulator.matching.OrderOptions;
import com.quanticity.ibkr.simulator.matching.OrderRules;
import com.quanticity.ibkr.simulator.peer.Recordings;
import com.quanticity.ibkr.simulator.peer.SharedFiles;
import com.quanticity.ibkr.simulator.peer.TestClient;
import com.quanticity.ibkr.simulator.peer.TestOrder;
import com.quanticity.ibkr.simulator.time.SimulatorTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends what the clients of the captures sent and compares kinds and order of the answers with those of the real gateway.
 *
 * <p>The publisher left out repeated OPEN_ORDER and ORDER_STATUS frames and some commissions: such may come in addition.
 * A market order may show PreSubmitted or Submitted first, as it did in the captures.
 */
class OrderCapturesTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<Integer, String> types = new HashMap<>();
    private final SimulatorTime.Stepped time = SimulatorTime.stepped(Instant.parse("2026-04-14T15:00:00Z"));

    @ParameterizedTest
    @CsvSource({
        "02-limit-order-rests-then-is-cancelled-pendingcancel-seen, 263.50, SHOWS_PENDING_CANCEL",
        "03-ioc-cancelled-at-once-fok-goes-inactive, 320.00, SHOWS_PENDING_CANCEL",
        "04-market-entry-protective-stop-modify-cancel-flatten, 263.50, ",
        "05-staged-order-is-silent-until-transmitted, 263.50, ACKNOWLEDGES_AT_ONCE",
        "06-gtc-order-survives-a-reconnect, 263.50, ACKNOWLEDGES_AT_ONCE",
        "07-client-0-sees-and-cancels-another-client-order, 263.50, ACKNOWLEDGES_AT_ONCE",
        "09-three-entries-and-one-flatten, 265.18, ",
        "10-completed-orders-all-and-api-only, 265.35, ",
        "12-market-order-fill-native-execution-time-unset-realized-pnl, 257.95, ",
        "13-filled-status-before-the-execution-arrives, 257.90, ACKNOWLEDGES_AT_ONCE STATUS_BEFORE_EXECUTION",
        "14-unknown-order-type-refused-with-321, 257.90, ",
        "31-global-cancel-of-two-orders, 257.90, "
    })
    void answersAsTheCapturedGateway(String capture, String ask, @Nullable String habits, @TempDir Path folder)
            throws IOException {
        List<JsonNode> lines =
                Files.readAllLines(SharedFiles.require("tws-wire/captures/" + capture + ".jsonl")).stream()
                        .map(JSON::readTree)
                        .toList();
        try (GatewaySimulator simulator = simulator(folder, ask, habits)) {
            List<String> expected = new ArrayList<>();
            List<String> heard = drive(simulator, lines, expected);

            assertThat(withoutExtras(heard, expected)).as("heard %s", heard).isEqualTo(expected);
        }
    }

    private GatewaySimulator simulator(Path folder, String ask, @Nullable String habits) throws IOException {
        Recordings.quotes(
                folder,
                "AAPL",
                Stream.of("09:29:59.000,", "15:59:59.000,")
                        .map(start -> start + ask + ",1000,Q," + ask + ",1000,Q")
                        .toList());
        OrderHabits usual = OrderHabits.usual().without(OrderHabit.SHOWS_PENDING_CANCEL);
        OrderHabit[] more = habits == null
                ? new OrderHabit[0]
                : Stream.of(habits.split(" ")).map(OrderHabit::valueOf).toArray(OrderHabit[]::new);
        return GatewaySimulator.start(SimulatorConfig.defaults()
                .withMarket(MarketSource.Recorded.of(folder))
                .withOrders(OrderOptions.defaults()
                        .withHabits(usual.with(more))
                        .withRules(OrderRules.defaults().withCancelsForeignOrders(true)))
                .withTime(time));
    }

    private List<String> drive(GatewaySimulator simulator, List<JsonNode> lines, List<String> expected) {
        List<String> heard = new ArrayList<>();
        TestClient client = null;
        int clients = 0;
        for (JsonNode line : lines) {
            String step = text(line.get("step"));
            if (step.equals("connect")) {
                int previous = clients++;
                boolean isObserver = text(lines.getFirst().get("title")).startsWith("client 0");
                client = TestClient.start(simulator, isObserver ? 1 - previous : 1);
            } else if (client != null && step.equals("close")) {
                client.close();
                org.awaitility.Awaitility.await()
                        .until(() -> simulator.state().clients().isEmpty());
                client = null;
            } else if (client != null && text(line.get("dir")).equals("C")) {
                send(client, line);
                heard.addAll(client.drain().stream().map(this::token).toList());
                time.advance(Duration.ofMillis(200));
                heard.addAll(client.drain().stream().map(this::token).toList());
            } else if (text(line.get("dir")).equals("S")) {
                token(line).ifPresent(expected::add);
            }
        }
        return heard;
    }

    private static String text(@Nullable JsonNode node) {
        return node == null ? "" : node.asString();
    }

    private void send(TestClient client, JsonNode line) {
        JsonNode fields = line.get("fields");
        switch (text(line.get("msg"))) {
            case "PLACE_ORDER" -> client.send(order(fields).frame());
            case "CANCEL_ORDER" -> client.send(4, fields.get("orderId").asString(), "", "", 2147483647);
            case "REQ_OPEN_ORDERS" -> client.send(5, 1);
            case "REQ_ALL_OPEN_ORDERS" -> client.send(16, 1);
            case "REQ_GLOBAL_CANCEL" -> client.send(58, "", 2147483647);
            case "REQ_COMPLETED_ORDERS" -> client.send(99, fields.get("apiOnly").asBoolean() ? 1 : 0);
            case String other -> throw new IllegalArgumentException(other);
        }
    }

    private TestOrder order(JsonNode fields) {
        int orderId = fields.get("orderId").asInt();
        TestOrder order = TestOrder.buy(orderId, 1, "LMT").limit("50").with("symbol", "AAPL");
        JsonNode wanted = fields.get("order");
        if (wanted != null) {
            order.limit("");
            for (String name : List.of("action", "totalQuantity", "orderType", "lmtPrice", "auxPrice", "tif")) {
                if (wanted.has(name)) {
                    order.with(name, wanted.get(name).asString());
                }
            }
            if (wanted.has("transmit") && !wanted.get("transmit").asBoolean()) {
                order.staged();
            }
        }
        types.put(orderId, wanted == null ? "LMT" : text(wanted.get("orderType")));
        return order;
    }

    /** What a captured line says, as {@link #token(List)} would; empty for the start of the session. */
    private Optional<String> token(JsonNode line) {
        JsonNode fields = line.get("fields");
        return switch (text(line.get("msg"))) {
            case "OPEN_ORDER" -> Optional.of("order " + text(fields.get("orderId")));
            case "ORDER_STATUS" ->
                Optional.of(
                        status(fields.get("orderId").asInt(), text(fields.get("status")), text(fields.get("whyHeld"))));
            case "EXECUTION_DATA" ->
                Optional.of("execution " + text(fields.get("execution").get("orderId")));
            case "COMMISSION_REPORT" -> Optional.of("commission");
            case "ERR_MSG" ->
                fields.get("id").asInt() == -1
                        ? Optional.empty()
                        : Optional.of("message " + text(fields.get("errorCode")));
            case "OPEN_ORDER_END" -> Optional.of("id 53");
            case "COMPLETED_ORDER" -> Optional.of("id 101");
            case "COMPLETED_ORDERS_END" -> Optional.of("id 102");
            default -> Optional.empty();
        };
    }

    private String token(List<String> message) {
        return switch (message.getFirst()) {
            case "5" -> "order " + message.get(1);
            case "3" -> status(Integer.parseInt(message.get(1)), message.get(2), message.get(10));
            case "11" -> "execution " + message.get(2);
            case "59" -> "commission";
            case "4" -> "message " + message.get(2);
            default -> "id " + message.getFirst();
        };
    }

    private String status(int orderId, String status, String whyHeld) {
        boolean isFirstOfMarketOrder = "MKT".equals(types.get(orderId)) && status.equals("PreSubmitted");
        return ("status " + orderId + " " + (isFirstOfMarketOrder ? "Submitted" : status) + " " + whyHeld).strip();
    }

    /** What was heard without the frames that the publisher may have left out. */
    private static List<String> withoutExtras(List<String> heard, List<String> expected) {
        List<String> left = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int at = 0;
        for (String token : heard) {
            if (at < expected.size() && token.equals(expected.get(at))) {
                left.add(token);
                seen.add(token);
                at++;
            } else if (!isExtra(token, seen)) {
                left.add(token);
            }
        }
        return left;
    }

    private static boolean isExtra(String token, Set<String> seen) {
        boolean isRepeated = token.startsWith("order ") || token.startsWith("status ") && seen.contains(token);
        return isRepeated || token.matches("status \\d+ Submitted|commission|id 101|message 202");
    }
}
