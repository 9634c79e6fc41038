package com.quanticity.ibkr.execution.ledger;

import static com.quanticity.ibkr.execution.PlayedAdapter.accepted;
import static com.quanticity.ibkr.execution.PlayedAdapter.working;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.execution.PlayedAdapter;
import com.quanticity.ibkr.execution.RunningEngine;
import com.quanticity.ibkr.execution.RunningEngine.Answer;
import com.quanticity.ibkr.execution.SharedEngine;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.ContractSpec;
import com.quanticity.ibkr.model.contract.SecurityType;
import com.quanticity.ibkr.model.execution.Execution;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A combination by REST: its own execution fills the order, those of its legs move the positions. */
@ExtendWith(SharedEngine.class)
class CombinationIT {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int ORDER_ID = 4711;
    private static final String BODY = """
            {"legs":[{"contractId":910001,"action":"BUY"},{"contractId":910002,"action":"SELL","ratio":2}],
             "side":"BUY","type":"LIMIT","quantity":3,"limitPrice":"-1.25","strategy":"spread"}""";

    private final RunningEngine engine;
    private final PlayedAdapter adapter;

    CombinationIT(RunningEngine engine, PlayedAdapter adapter) {
        this.engine = engine;
        this.adapter = adapter;
    }

    @Test
    void legsMovePositionsAndTheCombinationFillsTheOrder() {
        Answer placed = engine.place("combination", BODY);
        String id = placed.text("clientOrderId");

        assertThat(placed.status()).isEqualTo(201);
        await().untilAsserted(() -> assertThat(adapter.commandsOf(id))
                .singleElement()
                .isInstanceOfSatisfying(OrderCommand.Submit.class, submit -> {
                    assertThat(ContractSpec.isCombination(submit.order().symbol()))
                            .isTrue();
                    assertThat(submit.order().symbol()).contains("910001", "-2 ", "910002");
                    assertThat(submit.order().limitPrice()).isEqualTo("-1.25");
                }));

        adapter.says(accepted(id, ORDER_ID));
        adapter.says(working(id, ORDER_ID));
        says(id, "combo.b.01", SecurityType.OPTION, 910_001, "LONGLEG", Side.BUY, "3", "4.10");
        says(id, "combo.c.01", SecurityType.OPTION, 910_002, "SHORTLEG", Side.SELL, "6", "2.675");
        await().until(() -> positions("spread").size() == 2);
        assertThat(engine.statusOf(id)).isEqualTo("WORKING");

        says(id, "combo.a.01", SecurityType.COMBINATION, ContractId.COMBINATION.value(), "SPY", Side.BUY, "3", "-1.25");
        await().until(() -> engine.statusOf(id).equals("FILLED"));

        Answer order = engine.order(id);
        assertThat(order.text("filledQuantity")).isEqualTo("3");
        assertThat(order.text("averagePrice")).isEqualTo("-1.25");
        assertThat(positions("spread")).containsExactlyInAnyOrder("LONGLEG 3", "SHORTLEG -6");
    }

    @Test
    void namesTheFieldOfACombinationThatIsWrong() {
        Answer one =
                engine.place("one-leg", BODY.replace(",{\"contractId\":910002,\"action\":\"SELL\",\"ratio\":2}", ""));
        Answer both = engine.place("legs-and-symbol", BODY.replace("{\"legs\"", "{\"symbol\":\"SPY\",\"legs\""));

        assertThat(List.of(one.status(), both.status())).containsExactly(400, 400);
        assertThat(one.json().toString()).contains("legs", "two to four");
        assertThat(both.json().toString()).contains("symbol");
    }

    private void says(
            String id,
            String execId,
            SecurityType type,
            int contractId,
            String symbol,
            Side side,
            String quantity,
            String price) {
        adapter.says(new OrderEvent.Executed(
                ClientOrderId.of(id),
                new Execution(
                        execId,
                        PlayedAdapter.CLIENT_ID,
                        OrderId.of(ORDER_ID),
                        null,
                        PlayedAdapter.ACCOUNT,
                        ContractId.of(contractId),
                        symbol,
                        side,
                        new BigDecimal(quantity),
                        new BigDecimal(price),
                        new BigDecimal(quantity),
                        null,
                        "SMART",
                        Instant.parse("2013-10-07T14:00:00Z"),
                        type,
                        type == SecurityType.OPTION ? HUNDRED : null),
                Instant.now()));
    }

    /** What the strategy holds: symbol and quantity. */
    private List<String> positions(String strategy) {
        List<String> held = new ArrayList<>();
        for (JsonNode part : engine.get("/api/v1/attribution").json().path("parts")) {
            if (part.path("strategy").asString("").equals(strategy)) {
                held.add(part.path("symbol").asString("") + " "
                        + part.path("quantity").asString(""));
            }
        }
        return held;
    }
}
