package com.quanticity.ibkr.quickstart.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Parents, brackets and rebalancings of a platform that runs, and the broker's own account of their orders. */
final class AlgorithmDesk {

    private static final String ENGINE = "execution-engine";
    private static final String BROKER = "gateway-simulator";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final RunningPlatform platform;

    AlgorithmDesk(RunningPlatform platform) {
        this.platform = platform;
    }

    /** An order as the broker has it. */
    private record Taken(String orderRef, BigDecimal filled) {}

    /** Submits a parent of strategy {@code name}; gives its id. */
    String submit(String name, String symbol, int quantity, String plan, String rest)
            throws IOException, InterruptedException {
        JsonNode parent = platform.post(ENGINE, "/api/v1/parents", """
                {"symbol":"%s","side":"BUY","quantity":%d,"strategy":"%s","person":"ada","plan":{%s}%s}""".formatted(symbol, quantity, name, plan, rest));
        return parent.path("parentOrderId").asString();
    }

    String bracket(String symbol, int quantity, BigDecimal entry, BigDecimal stop, BigDecimal target)
            throws IOException, InterruptedException {
        JsonNode bracket =
                platform.post(ENGINE, "/api/v1/brackets", """
                {"symbol":"%s","side":"BUY","quantity":%d,"strategy":"bracket","person":"ada",
                 "entryLimitPrice":%s,"stopPrice":%s,"targetPrice":%s}""".formatted(symbol, quantity, entry, stop, target));
        return bracket.path("bracket").path("parentOrderId").asString();
    }

    String rebalance(String targets) throws IOException, InterruptedException {
        return platform.post(ENGINE, "/api/v1/rebalances", """
                {"account":"","cash":900000,"person":"ada","strategy":"targets","targets":[%s]}""".formatted(targets))
                .path("runId")
                .asString();
    }

    void cancel(String parentOrderId) throws IOException, InterruptedException {
        platform.post(ENGINE, "/api/v1/parents/" + parentOrderId + "/cancel", "");
    }

    JsonNode parent(String parentOrderId) throws IOException, InterruptedException {
        return platform.get(ENGINE, "/api/v1/parents/" + parentOrderId);
    }

    JsonNode showBracket(String parentOrderId) throws IOException, InterruptedException {
        return platform.get(ENGINE, "/api/v1/brackets/" + parentOrderId);
    }

    JsonNode rebalancing(String runId) throws IOException, InterruptedException {
        return platform.get(ENGINE, "/api/v1/rebalances/" + runId);
    }

    /** The newest order of a role in a bracket. */
    JsonNode leg(String parentOrderId, String role) throws IOException, InterruptedException {
        return showBracket(parentOrderId)
                .path("orders")
                .valueStream()
                .filter(each -> each.path("role").asString().equals(role))
                .map(each -> each.path("order"))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    /** Waits until the parent is in that state. */
    void untilState(String parentOrderId, String state) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode parent = parent(parentOrderId);
            assertThat(parent.path("state").asString())
                    .as("%s", parent.path("remark").asString())
                    .isEqualTo(state);
        });
    }

    /** The broker has each child once, none larger, and together they have filled the parent's quantity. */
    void isWhole(String parentOrderId, int quantity, int largest) throws IOException, InterruptedException {
        List<Taken> atBroker = orders();
        BigDecimal filled = BigDecimal.ZERO;
        for (JsonNode child : parent(parentOrderId).path("children")) {
            String id = child.path("order").path("clientOrderId").asString();
            assertThat(new BigDecimal(child.path("order").path("quantity").asString()))
                    .isLessThanOrEqualTo(BigDecimal.valueOf(largest));
            List<Taken> taken =
                    atBroker.stream().filter(each -> each.orderRef.equals(id)).toList();
            assertThat(taken).as("child %s at the broker", id).hasSizeLessThan(2);
            filled = taken.stream().map(Taken::filled).reduce(filled, BigDecimal::add);
        }
        assertThat(filled).isEqualByComparingTo(BigDecimal.valueOf(quantity));
    }

    /** Every order the broker ever took. */
    private List<Taken> orders() throws IOException, InterruptedException {
        List<Taken> orders = new ArrayList<>();
        for (JsonNode order : platform.get(BROKER, "/api/v1/witness/orders")) {
            JsonNode changes = order.path("changes");
            orders.add(new Taken(
                    order.path("orderRef").asString(""),
                    changes.isEmpty()
                            ? BigDecimal.ZERO
                            : new BigDecimal(changes.get(changes.size() - 1)
                                    .path("filled")
                                    .asString("0"))));
        }
        return orders;
    }

    /** The exchange fills a part of an order. */
    void fill(JsonNode order, int quantity, BigDecimal price) throws IOException, InterruptedException {
        act("fill-order", """
                {"quantity":%d,"price":%s,"order":%s,"client":1}""".formatted(quantity, price, order.path("orderId").asString()));
    }

    void act(String action, String arguments) throws IOException, InterruptedException {
        platform.post(BROKER, "/api/v1/actions/" + action, arguments);
    }

    void endAction(String action) throws IOException, InterruptedException {
        platform.delete(BROKER, "/api/v1/actions/" + action);
    }

    boolean hasBook(String symbol) throws IOException, InterruptedException {
        return platform.get("ibkr-adapter", "/api/v1/depth/" + symbol + "/book")
                .path("isValid")
                .asBoolean(false);
    }

    /** A week of downloaded bars, alike at every hour, so that a profile does not depend on when the test runs. */
    void storeBars(String symbol) throws IOException, SQLException {
        platform.query("adapter", """
                with stored as (
                    insert into adapter.ib_historical_bars (contract_id, bar_size, what_to_show, regular_hours, start_at,
                        open, high, low, close, volume)
                    select (select contract_id from adapter.ib_l1_quotes where symbol = '%s' limit 1), '5 mins', 'TRADES', false,
                        at, 100, 100, 100, 100, 1000
                    from generate_series(date_trunc('day', now()) - interval '8 days', now(), interval '5 minutes') at
                    returning 1)
                select count(*) from stored""".formatted(symbol));
    }

    BigDecimal last(String symbol) throws IOException, SQLException {
        return new BigDecimal(platform.query(
                "adapter",
                "select bid from adapter.ib_l1_quotes where symbol = '" + symbol
                        + "' and bid is not null order by received_at desc limit 1"));
    }

    static String window(String kind, int seconds, String more) {
        return "\"kind\":\"%s\",\"end\":\"%s\",\"endRule\":\"COMPLETE\"%s"
                .formatted(kind, Instant.now().plusSeconds(seconds), more);
    }
}
