package com.quanticity.ibkr.execution;

import static com.quanticity.ibkr.execution.PlayedAdapter.accepted;
import static com.quanticity.ibkr.execution.PlayedAdapter.commission;
import static com.quanticity.ibkr.execution.PlayedAdapter.executed;
import static com.quanticity.ibkr.execution.PlayedAdapter.working;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.execution.RunningEngine.Answer;
import com.quanticity.ibkr.model.execution.ExecutionEvent.OrderChanged;
import com.quanticity.ibkr.model.order.CancelScope;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.OrderSnapshot;
import com.quanticity.ibkr.model.order.OrderStatus;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.risk.DenialReason;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From the REST call to the fill, with real Redis and PostgreSQL and a peer that plays the adapter. */
@ExtendWith(SharedEngine.class)
class OrderLifeIT {

    private static final String MARKET = """
            {"symbol":"SPY","side":"BUY","type":"MARKET","quantity":10}""";
    private static final String LIMIT = """
            {"symbol":"SPY","side":"SELL","type":"LIMIT","quantity":"2.50","limitPrice":167.2500,"strategy":"mean-reversion"}""";

    private final RunningEngine engine;
    private final PlayedAdapter adapter;

    OrderLifeIT(RunningEngine engine, PlayedAdapter adapter) {
        this.engine = engine;
        this.adapter = adapter;
    }

    @Test
    void storesAndHandsOverAnOrder() {
        Answer answer = engine.place("hand-over", LIMIT);

        String id = answer.text("clientOrderId");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.location()).isEqualTo("/api/v1/orders/" + id);
        assertThat(answer.text("status")).isEqualTo("STORED");
        assertThat(answer.text("order.quantity")).isEqualTo("2.50");
        assertThat(answer.text("order.limitPrice")).isEqualTo("167.2500");
        await().untilAsserted(() -> assertThat(adapter.commandsOf(id))
                .singleElement()
                .isInstanceOfSatisfying(OrderCommand.Submit.class, submit -> {
                    assertThat(submit.order().quantity()).isEqualTo("2.50");
                    assertThat(submit.order().limitPrice()).isEqualTo("167.2500");
                    assertThat(submit.order().strategy()).isEqualTo("mean-reversion");
                }));
    }

    @Test
    void followsAnOrderToItsFillAndCommission() {
        String id = engine.placed("to-the-fill", MARKET);

        adapter.says(accepted(id, 11));
        adapter.says(working(id, 11));
        adapter.says(executed(id, 11, "life.1.01", Side.BUY, "4", "167.10"));
        adapter.says(commission(id, "life.2.01", "0.65"));
        adapter.says(executed(id, 11, "life.2.01", Side.BUY, "6", "167.20"));
        adapter.says(commission(id, "life.1.01", "0.35"));

        await().untilAsserted(
                        () -> assertThat(engine.order(id).text("commission")).isEqualTo("1"));
        Answer order = engine.order(id);
        assertThat(order.text("status")).isEqualTo("FILLED");
        assertThat(order.text("filledQuantity")).isEqualTo("10");
        assertThat(order.text("averagePrice")).isEqualTo("167.16");
        assertThat(order.text("orderId")).isEqualTo("11");
        assertThat(order.text("permId")).isEqualTo("9000000001");
        assertThat(order.json().get("fills")).hasSize(2);
        assertThat(order.text("fills.0.price")).isEqualTo("167.10");
        assertThat(engine.get("/api/v1/fills?clientOrderId=" + id).json().get("fills"))
                .hasSize(2);
    }

    @Test
    void tellsEveryChangeWithAGrowingVersion() {
        String id = engine.placed("growing", MARKET);
        adapter.says(accepted(id, 12));
        adapter.says(working(id, 12));
        adapter.says(executed(id, 12, "grow.1.01", Side.BUY, "10", "167"));

        await().untilAsserted(() -> assertThat(snapshots(id)).hasSize(4));
        assertThat(snapshots(id)).extracting(OrderSnapshot::version).containsExactly(1L, 2L, 3L, 4L);
        assertThat(snapshots(id))
                .extracting(OrderSnapshot::status)
                .containsExactly(OrderStatus.STORED, OrderStatus.IN_FLIGHT, OrderStatus.WORKING, OrderStatus.FILLED);
    }

    @Test
    void showsADenialWithItsReason() {
        String id = engine.placed("denied", MARKET);

        adapter.says(new OrderEvent.Denied(
                ClientOrderId.of(id), DenialReason.TRADING_HALTED, "Trading is halted.", "HALTED", "", Instant.now()));

        await().until(() -> engine.statusOf(id).equals("DENIED"));
        assertThat(engine.order(id).text("reasonCode")).isEqualTo("TRADING_HALTED");
        assertThat(engine.order(id).text("reason")).isEqualTo("Trading is halted. value=HALTED");
    }

    @Test
    void sendsEveryCancelUntilTheOrderHasEnded() {
        String id = engine.placed("cancel", LIMIT);
        await().until(() -> adapter.commandsOf(id).size() == 1);
        adapter.says(accepted(id, 13));
        adapter.says(working(id, 13));

        assertThat(engine.delete("/api/v1/orders/" + id).status()).isEqualTo(202);
        assertThat(engine.post("/api/v1/orders/" + id + "/cancel").status()).isEqualTo(202);
        await().untilAsserted(() ->
                assertThat(adapter.commandsOf(id)).hasSize(3).last().isInstanceOf(OrderCommand.Cancel.class));

        adapter.says(new OrderEvent.Cancelled(
                ClientOrderId.of(id), PlayedAdapter.CLIENT_ID, OrderId.of(13), null, "Cancelled", "", Instant.now()));
        await().until(() -> engine.statusOf(id).equals("CANCELLED"));
        Answer late = engine.delete("/api/v1/orders/" + id);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.text("status")).isEqualTo("CANCELLED");
        assertThat(late.text("code")).isEqualTo("ORDER_ENDED");
    }

    @Test
    void listsNewestFirstPageByPage() {
        String older = engine.placed("page-1", LIMIT.replace("mean-reversion", "paged"));
        String newer = engine.placed("page-2", LIMIT.replace("mean-reversion", "paged"));

        Answer first = engine.get("/api/v1/orders?strategy=paged&symbol=SPY&limit=1");
        Answer second = engine.get("/api/v1/orders?strategy=paged&limit=1&cursor=" + first.text("nextCursor"));

        assertThat(first.text("orders.0.clientOrderId")).isEqualTo(newer);
        assertThat(second.text("orders.0.clientOrderId")).isEqualTo(older);
        assertThat(second.text("nextCursor")).isEmpty();
        assertThat(engine.get("/api/v1/orders?strategy=paged&status=FILLED")
                        .json()
                        .get("orders"))
                .isEmpty();
    }

    @Test
    void refusesToCancelWhatItDoesNotKnow() {
        Answer unknown = engine.delete("/api/v1/orders/01ARZ3NDEKTSV4RRFFQ69G5FAV");

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.text("code")).isEqualTo("UNKNOWN_ORDER");
        assertThat(engine.get("/api/v1/orders/nonsense").status()).isEqualTo(404);
    }

    private List<OrderSnapshot> snapshots(String id) {
        return adapter.events().stream()
                .filter(OrderChanged.class::isInstance)
                .map(event -> ((OrderChanged) event).snapshot())
                .filter(snapshot -> snapshot.order().clientOrderId().value().equals(id))
                .toList();
    }

    @Test
    void handsABracketOverInOneCommand() {
        String body = """
                {"kind":"BRACKET","orders":[
                  {"symbol":"SPY","side":"BUY","type":"LIMIT","quantity":10,"limitPrice":167},
                  {"symbol":"SPY","side":"SELL","type":"LIMIT","quantity":10,"limitPrice":170,"timeInForce":"GOOD_TILL_CANCELLED"},
                  {"symbol":"SPY","side":"SELL","type":"TRAIL","quantity":10,"trailPercent":"1.5"}]}""";

        Answer placed = engine.send("POST", "/api/v1/orders/groups", "bracket", body);
        Answer again = engine.send("POST", "/api/v1/orders/groups", "bracket", body);
        Answer other = engine.send("POST", "/api/v1/orders/groups", "bracket", body.replace("170", "171"));

        assertThat(List.of(placed.status(), again.status(), other.status())).containsExactly(201, 200, 409);
        assertThat(again.text("groupId")).isEqualTo(placed.text("groupId"));
        String entry = placed.text("orders.0.clientOrderId");
        await().untilAsserted(() -> assertThat(adapter.commandsOf(entry))
                .singleElement()
                .isInstanceOfSatisfying(OrderCommand.SubmitGroup.class, submit -> {
                    assertThat(submit.group().orders()).hasSize(3);
                    assertThat(submit.group().orders().getLast().attributes().transmit())
                            .isTrue();
                }));
        assertThat(engine.order(placed.text("orders.2.clientOrderId")).text("order.terms.percent"))
                .isEqualTo("1.5");
    }

    @Test
    void followsAChangeToItsConfirmation() {
        String id = engine.placed("to-change", LIMIT);
        assertThat(engine.send("PATCH", "/api/v1/orders/" + id, "early", "{\"limitPrice\":167.5}")
                        .text("code"))
                .isEqualTo("ORDER_NOT_WORKING");
        adapter.says(accepted(id, 21));
        adapter.says(working(id, 21));
        await().until(() -> engine.statusOf(id).equals("WORKING"));

        Answer taken = engine.send("PATCH", "/api/v1/orders/" + id, "change", "{\"limitPrice\":167.5,\"quantity\":3}");
        Answer again = engine.send("PATCH", "/api/v1/orders/" + id, "change", "{\"limitPrice\":167.5,\"quantity\":3}");
        Answer wrong = engine.send("PATCH", "/api/v1/orders/" + id, "wrong", "{\"stopPrice\":1}");

        assertThat(List.of(taken.status(), again.status(), wrong.status())).containsExactly(202, 202, 400);
        assertThat(again.text("modificationId")).isEqualTo(taken.text("modificationId"));
        assertThat(wrong.body()).contains("stopPrice (was absent) must be absent for a LIMIT order");
        await().until(() -> adapter.commandsOf(id).size() == 2);
        OrderCommand.Modify modify =
                (OrderCommand.Modify) adapter.commandsOf(id).getLast();

        adapter.says(new OrderEvent.ModifyPending(
                ClientOrderId.of(id), modify.modificationId(), modify.change(), Instant.now()));
        await().until(() -> engine.statusOf(id).equals("PENDING_MODIFY"));
        adapter.says(
                new OrderEvent.Modified(ClientOrderId.of(id), modify.modificationId(), modify.change(), Instant.now()));
        await().until(() -> engine.statusOf(id).equals("WORKING"));
        Answer order = engine.order(id);
        assertThat(order.text("order.limitPrice")).isEqualTo("167.5");
        assertThat(order.text("order.quantity")).isEqualTo("3");
        assertThat(order.text("changes.0.state")).isEqualTo("MADE");
    }

    @Test
    void cancelsByScopeAndShowsThePendingCancel() {
        String id = engine.placed("scoped", LIMIT.replace("mean-reversion", "scoped"));
        await().until(() -> adapter.commandsOf(id).size() == 1);
        adapter.says(accepted(id, 22));

        Answer answer = engine.send(
                "POST", "/api/v1/orders/cancel", "", "{\"of\":\"STRATEGY\",\"name\":\"scoped\",\"reason\":\"drill\"}");

        assertThat(answer.status()).isEqualTo(202);
        await().untilAsserted(() -> assertThat(adapter.commands())
                .anySatisfy(command -> assertThat(command)
                        .isInstanceOfSatisfying(
                                OrderCommand.CancelAll.class,
                                all -> assertThat(all.scope()).isEqualTo(new CancelScope.Strategy("scoped")))));
        adapter.says(new OrderEvent.CancelPending(ClientOrderId.of(id), Instant.now()));
        await().until(() -> engine.statusOf(id).equals("PENDING_CANCEL"));
    }

    @Test
    void tellsWhichOrderOfAGroupWouldBeDenied() throws Exception {
        CompletableFuture<Answer> asked =
                CompletableFuture.supplyAsync(() -> engine.send("POST", "/api/v1/orders/groups/preview", "", """
                        {"kind":"BRACKET","orders":[
                          {"symbol":"SPY","side":"BUY","type":"LIMIT","quantity":10,"limitPrice":167,"strategy":"asked"},
                          {"symbol":"SPY","side":"SELL","type":"STOP","quantity":10,"stopPrice":160.005}]}"""));
        Answer tooFew = engine.send("POST", "/api/v1/orders/groups/preview", "", """
                {"kind":"BRACKET","orders":[{"symbol":"SPY","side":"BUY","type":"MARKET","quantity":10}]}""");

        await().until(() -> !adapter.previewed("asked").isEmpty());
        adapter.says(PlayedAdapter.deniesTheLast(adapter.previewed("asked")));

        Answer told = asked.get(20, TimeUnit.SECONDS);
        assertThat(told.status()).as(told.body()).isEqualTo(200);
        assertThat(told.text("outcome")).isEqualTo("DENIED");
        assertThat(told.text("orders.0.role")).isEqualTo("ENTRY");
        assertThat(told.text("orders.0.outcome")).isEqualTo("PASSED");
        assertThat(told.text("orders.1.type")).isEqualTo("STOP");
        assertThat(told.text("orders.1.code")).isEqualTo("PRICE_OFF_TICK");
        assertThat(tooFew.status()).isEqualTo(400);
        assertThat(tooFew.body()).contains("must be 2 to 20 orders");
    }

    @Test
    void waitsForThePreview() throws Exception {
        CompletableFuture<Answer> asked =
                CompletableFuture.supplyAsync(() -> engine.send("POST", "/api/v1/orders/preview", "", MARKET));
        await().until(() -> adapter.commands().stream().anyMatch(OrderCommand.Preview.class::isInstance));
        OrderCommand.Preview preview = (OrderCommand.Preview) adapter.commands().stream()
                .filter(OrderCommand.Preview.class::isInstance)
                .findFirst()
                .orElseThrow();

        adapter.says(new OrderEvent.Previewed(
                preview.order().clientOrderId(),
                OrderEvent.PreviewOutcome.DENIED,
                null,
                "TRADING_HALTED",
                "halted",
                "",
                "",
                Instant.now()));

        Answer told = asked.get(20, TimeUnit.SECONDS);
        assertThat(told.status()).isEqualTo(200);
        assertThat(told.text("outcome")).isEqualTo("DENIED");
        assertThat(told.text("code")).isEqualTo("TRADING_HALTED");
    }
}
