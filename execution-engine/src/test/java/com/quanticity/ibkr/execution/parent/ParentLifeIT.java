package com.quanticity.ibkr.execution.parent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.execution.PlayedAdapter;
import com.quanticity.ibkr.execution.RunningEngine;
import com.quanticity.ibkr.execution.RunningEngine.Answer;
import com.quanticity.ibkr.execution.SharedEngine;
import com.quanticity.ibkr.model.execution.ExecutionEvent;
import com.quanticity.ibkr.model.execution.ExecutionEvent.IntentAnswered;
import com.quanticity.ibkr.model.execution.ExecutionEvent.ParentChanged;
import com.quanticity.ibkr.model.intent.SignalIntent;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.parent.ParentSnapshot;
import com.quanticity.ibkr.model.parent.ParentState;
import com.quanticity.ibkr.model.parent.ParentWish;
import com.quanticity.ibkr.model.parent.PlanKind;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.stream.Topics;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Parents from the REST call or the intent to the end of their children, with a peer that plays the adapter. */
@ExtendWith(SharedEngine.class)
class ParentLifeIT {

    private final RunningEngine engine;
    private final PlayedAdapter adapter;
    private final Set<String> filled = new HashSet<>();

    ParentLifeIT(RunningEngine engine, PlayedAdapter adapter) {
        this.engine = engine;
        this.adapter = adapter;
    }

    @BeforeEach
    void marketIsLive() {
        adapter.showsMarket("SPY", "167.10", "167.12");
    }

    @Test
    void sendsSlicesAndRollsThemUp() {
        String id = placed("twap-1", """
            {"symbol":"SPY","side":"BUY","quantity":30,"strategy":"twap-test","person":"ada",
             "plan":{"kind":"TWAP","end":"%s","slices":3,"jitterPercent":0,"endRule":"COMPLETE"},"lot":{"largest":10}}""".formatted(in(3)));

        await().until(() -> {
            fillWhatIsOut("twap-test", "167.10");
            return parent(id).text("state").equals("FILLED");
        });

        Answer parent = parent(id);
        assertThat(parent.text("filledQuantity")).isEqualTo("30");
        assertThat(parent.text("averagePrice")).isEqualTo("167.1");
        assertThat(parent.json().get("children")).hasSize(3);
        assertThat(ordersOf("twap-test")).allSatisfy(order -> {
            assertThat(order.algorithm()).isEqualTo("twap");
            assertThat(order.person()).isEqualTo("ada");
            assertThat(order.quantity()).isEqualByComparingTo("10");
        });
        List<ParentSnapshot> told = changesOf(id);
        assertThat(told).extracting(ParentSnapshot::version).isSorted().doesNotHaveDuplicates();
        await().untilAsserted(() -> assertThat(changesOf(id).getLast().state()).isEqualTo(ParentState.FILLED));
        assertThat(told)
                .allSatisfy(each -> assertThat(each.filledQuantity().add(each.openQuantity()))
                        .isLessThanOrEqualTo(each.quantity()));
        Answer attribution = engine.get("/api/v1/attribution");
        assertThat(attribution.text("agrees")).isEqualTo("true");
        assertThat(attribution.body()).contains("twap-test");
    }

    @Test
    void cancelsEveryChildAndEndsWithTheLast() {
        String id = placed("cascade", """
            {"symbol":"SPY","side":"SELL","quantity":20,"strategy":"cascade","person":"ada",
             "plan":{"kind":"AT_ONCE"},"price":{"pricing":"LIMIT","limitPrice":170}}""");
        await().until(() -> {
            marketIsLive();
            return ordersOf("cascade").size() == 1;
        });
        String child = ordersOf("cascade").getFirst().clientOrderId().value();
        adapter.says(PlayedAdapter.accepted(child, 501));
        adapter.says(PlayedAdapter.working(child, 501));
        await().until(() -> engine.statusOf(child).equals("WORKING"));

        Answer cancelled = engine.post("/api/v1/parents/" + id + "/cancel");

        assertThat(cancelled.status()).isEqualTo(202);
        assertThat(cancelled.text("state")).isEqualTo("CANCELLING");
        await().until(() -> adapter.commandsOf(child).getLast() instanceof OrderCommand.Cancel);
        adapter.says(new OrderEvent.Cancelled(
                ClientOrderId.of(child),
                PlayedAdapter.CLIENT_ID,
                OrderId.of(501),
                null,
                "Cancelled",
                "",
                Instant.now()));
        await().until(() -> parent(id).text("state").equals("CANCELLED"));
        assertThat(engine.post("/api/v1/parents/" + id + "/cancel").text("code"))
                .isEqualTo("PARENT_ENDED");
    }

    @Test
    void holdsAParentWhoseChildrenAreRefusedAgainAndAgain() {
        String id = placed("refused", """
            {"symbol":"SPY","side":"BUY","quantity":10,"strategy":"refused","person":"ada","plan":{"kind":"AT_ONCE"}}""");

        await().until(() -> {
            marketIsLive();
            ordersOf("refused").stream()
                    .filter(order -> filled.add(order.clientOrderId().value()))
                    .forEach(order -> adapter.says(new OrderEvent.Denied(
                            order.clientOrderId(), DenialReason.PRICE_NOT_LIVE, "no price", "", "", Instant.now())));
            return parent(id).text("held").equals("true");
        });

        assertThat(ordersOf("refused")).hasSize(3);
        assertThat(parent(id).text("remark")).contains("PRICE_NOT_LIVE").contains("release");
        assertThat(engine.delete("/api/v1/parents/" + id).status()).isEqualTo(202);
        await().until(() -> parent(id).text("state").equals("CANCELLED"));
    }

    @Test
    void refusesWhatItCannotWork() {
        assertThat(refusal("no-end", """
            {"symbol":"SPY","side":"BUY","quantity":10,"person":"ada","plan":{"kind":"TWAP"}}""")).contains("plan.end" + " must" + " be given");
        assertThat(refusal("no-lot", """
            {"symbol":"SPY","side":"BUY","quantity":10.5,"person":"ada","plan":{"kind":"AT_ONCE"}}""")).contains("no multiple" + " of lot.step");
        assertThat(refusal("no-market", """
            {"symbol":"XYZ","side":"BUY","quantity":10,"person":"ada","plan":{"kind":"AT_ONCE"},"price":{"pricing":"JOIN"}}""")).contains("no fresh" + " level" + " 1 of" + " XYZ");
        assertThat(refusal("unregistered", """
            {"symbol":"SPY","side":"BUY","quantity":10,"person":"ada","algorithm":"rogue","plan":{"kind":"AT_ONCE"}}""")).contains("ALGORITHM_NOT_REGISTERED");
    }

    @Test
    void letsAnAlgorithmTradeOnceASecondPersonApproves() {
        String proposal = """
            {"algorithm":"momentum","purpose":"buys what rises","owner":"ada","limits":{"maximumQuantity":5},"by":"ada","reason":"new"}""";
        assertThat(engine.post("/api/v1/algorithms", "", proposal).text("state"))
                .isEqualTo("PROPOSED");
        String approve = "/api/v1/algorithms/momentum/versions/1/approve";
        assertThat(engine.post(approve, "", "{\"by\":\"ada\",\"reason\":\"fine\"}")
                        .text("code"))
                .isEqualTo("SAME_PERSON");
        assertThat(engine.post(approve, "", "{\"by\":\"bob\",\"reason\":\"fine\"}")
                        .text("state"))
                .isEqualTo("ACTIVE");
        assertThat(refusal("too-much", momentum(6))).contains("ALGORITHM_LIMIT");
        String id = placed("allowed", momentum(5));

        Answer disabled =
                engine.post("/api/v1/algorithms/momentum/disable", "", "{\"by\":\"bob\",\"reason\":\"stop it\"}");

        assertThat(disabled.text("cancelledParents.0")).isEqualTo(id);
        assertThat(refusal("after", momentum(5))).contains("ALGORITHM_DISABLED");
    }

    @Test
    void answersIntentsOnceAndTheSameWayAgain() {
        SignalIntent intent = intent("sig-1", Instant.now().plusSeconds(60), "5");
        adapter.publish(Topics.SIGNAL_INTENT, intent);
        adapter.publish(Topics.SIGNAL_INTENT, intent);
        adapter.publish(Topics.SIGNAL_INTENT, intent("sig-1", Instant.now().plusSeconds(60), "6"));
        adapter.publish(Topics.SIGNAL_INTENT, intent("sig-2", Instant.now().minusSeconds(1), "5"));

        await().until(() -> answers().size() == 4);
        List<IntentAnswered> answers = answers();
        assertThat(answers)
                .extracting(IntentAnswered::code)
                .containsExactly("", "", "INTENT_ID_TAKEN", "INTENT_EXPIRED");
        assertThat(answers.get(1).parentOrderId()).isEqualTo(answers.get(0).parentOrderId());
        assertThat(parent(String.valueOf(answers.getFirst().parentOrderId())).text("origin"))
                .isEqualTo("intent:sig-1");
    }

    @Test
    void worksAnIntentToItsEndForItsStrategy() {
        SignalIntent now = new SignalIntent(
                "sig-now",
                new ParentWish(
                        null,
                        "SPY",
                        Side.SELL,
                        BigDecimal.valueOf(4),
                        "sig-now",
                        null,
                        "ada",
                        new ParentWish.Plan(PlanKind.AT_ONCE, null, null, null, null, null, null, null),
                        null,
                        null),
                Instant.now().plusSeconds(60),
                "test");
        adapter.publish(Topics.SIGNAL_INTENT, now);

        await().until(() -> {
            fillWhatIsOut("sig-now", "167.10");
            return engine.get("/api/v1/parents?strategy=sig-now")
                    .text("parents.0.state")
                    .equals("FILLED");
        });

        assertThat(ordersOf("sig-now")).singleElement().satisfies(order -> {
            assertThat(order.side()).isEqualTo(Side.SELL);
            assertThat(order.quantity()).isEqualByComparingTo("4");
        });
    }

    @Test
    void keepsKeysApart() {
        String body = """
            {"symbol":"SPY","side":"BUY","quantity":10,"person":"ada","plan":{"kind":"AT_ONCE","start":"%s","end":"%s"}}""".formatted(in(3600), in(3700));
        Answer first = engine.post("/api/v1/parents", "same", body);

        assertThat(first.status()).isEqualTo(201);
        assertThat(engine.post("/api/v1/parents", "same", body.replace(":10,", ":10.0,"))
                        .text("parentOrderId"))
                .isEqualTo(first.text("parentOrderId"));
        assertThat(engine.post("/api/v1/parents", "same", body.replace("BUY", "SELL"))
                        .text("code"))
                .isEqualTo("IDEMPOTENCY_KEY_TAKEN");
        assertThat(engine.place("same", "{\"symbol\":\"SPY\",\"side\":\"BUY\",\"type\":\"MARKET\",\"quantity\":10}")
                        .text("code"))
                .isEqualTo("IDEMPOTENCY_KEY_TAKEN");
    }

    private String placed(String key, String body) {
        Answer answer = engine.post("/api/v1/parents", key, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.text("parentOrderId");
    }

    private String refusal(String key, String body) {
        Answer answer = engine.post("/api/v1/parents", key, body);
        assertThat(answer.status()).as(answer.body()).isIn(400, 409);
        return answer.body();
    }

    private static String momentum(int quantity) {
        return """
            {"symbol":"SPY","side":"BUY","quantity":%d,"person":"ada","algorithm":"momentum","strategy":"momentum",
             "plan":{"kind":"AT_ONCE","start":"%s","end":"%s"}}""".formatted(quantity, in(3600), in(3700));
    }

    private static SignalIntent intent(String id, Instant validUntil, String quantity) {
        Instant start = Instant.parse("2026-01-05T14:30:00Z").plusSeconds(3600L * 24 * 365 * 20);
        return new SignalIntent(
                id,
                new ParentWish(
                        null,
                        "SPY",
                        Side.BUY,
                        new BigDecimal(quantity),
                        "signals",
                        null,
                        "ada",
                        new ParentWish.Plan(
                                PlanKind.AT_ONCE, start, start.plusSeconds(60), null, null, null, null, null),
                        null,
                        null),
                validUntil,
                "test");
    }

    private List<IntentAnswered> answers() {
        return adapter.events().stream()
                .filter(IntentAnswered.class::isInstance)
                .map(IntentAnswered.class::cast)
                .filter(answer -> !answer.intentId().equals("sig-now"))
                .toList();
    }

    private Answer parent(String id) {
        return engine.get("/api/v1/parents/" + id);
    }

    private List<Order> ordersOf(String strategy) {
        return adapter.commands().stream()
                .filter(OrderCommand.Submit.class::isInstance)
                .map(command -> ((OrderCommand.Submit) command).order())
                .filter(order -> order.strategy().equals(strategy))
                .toList();
    }

    private void fillWhatIsOut(String strategy, String price) {
        marketIsLive();
        for (Order order : ordersOf(strategy)) {
            String child = order.clientOrderId().value();
            if (filled.add(child)) {
                int orderId = 600 + filled.size();
                adapter.says(PlayedAdapter.accepted(child, orderId));
                adapter.says(PlayedAdapter.executed(
                        child,
                        orderId,
                        child + ".1.01",
                        order.side(),
                        order.quantity().toPlainString(),
                        price));
            }
        }
    }

    private List<ParentSnapshot> changesOf(String id) {
        return adapter.events().stream()
                .filter(ParentChanged.class::isInstance)
                .map((ExecutionEvent event) -> ((ParentChanged) event).snapshot())
                .filter(snapshot -> snapshot.parentOrderId().equals(id))
                .toList();
    }

    private static Instant in(int seconds) {
        return Instant.now().plusSeconds(seconds);
    }
}
