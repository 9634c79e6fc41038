package com.quanticity.ibkr.execution.rebalance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.execution.PlayedAdapter;
import com.quanticity.ibkr.execution.RunningEngine;
import com.quanticity.ibkr.execution.RunningEngine.Answer;
import com.quanticity.ibkr.execution.SharedEngine;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.SecurityType;
import com.quanticity.ibkr.model.execution.Execution;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** An account that holds a stock and an option on it, which the broker gives the same symbol. */
@ExtendWith(SharedEngine.class)
class RebalanceIT {

    private static final String ACCOUNT = "DU7654321";
    private static final ContractId STOCK = ContractId.of(265_598);
    private static final ContractId OPTION = ContractId.of(930_001);

    private final RunningEngine engine;
    private final PlayedAdapter adapter;
    private final Set<String> filled = new HashSet<>();

    RebalanceIT(RunningEngine engine, PlayedAdapter adapter) {
        this.engine = engine;
        this.adapter = adapter;
    }

    @BeforeEach
    void hold() {
        showMarket();
        adapter.says(bought(null, "rebalance.a.01", STOCK, SecurityType.STOCK, "10"));
        adapter.says(bought(null, "rebalance.b.01", OPTION, SecurityType.OPTION, "7"));
        await().until(() -> held(STOCK) >= 10 && held(OPTION) == 7);
    }

    @Test
    void ordersTheDifferenceToTheStockThatIsHeld() {
        int held = held(STOCK);
        Answer more = preview("AAPL", "\"quantity\":" + (held + 15));
        Answer none = preview("AAPL", "\"quantity\":0");
        // Cash 10,000 and the stock at 200: the option counts no value.
        Answer half = preview("AAPL", "\"weight\":0.5");

        assertThat(List.of(more.text("orders.0.side"), more.text("orders.0.quantity")))
                .containsExactly("BUY", "15");
        assertThat(List.of(none.text("orders.0.side"), none.text("orders.0.quantity")))
                .containsExactly("SELL", Integer.toString(held));
        assertThat(half.text("orders.0.quantity")).isEqualTo(Integer.toString((10_000 + held * 200) / 400 - held));
    }

    @Test
    void refusesWhatIsNoStockByItsSymbol() {
        for (String symbol : List.of("AAPL@NASDAQ", "FUT:ES@CME 202703", "conid:265598")) {
            Answer refused = preview(symbol, "\"quantity\":1");
            assertThat(refused.text("code")).as(refused.body()).isEqualTo("REBALANCE_REFUSED");
            assertThat(refused.body()).contains("no stock named by its symbol alone");
        }
    }

    @Test
    void runsToItsTarget() {
        int target = held(STOCK) + 5;
        Answer started = engine.post("/api/v1/rebalances", "rebalance-run", body("AAPL", "\"quantity\":" + target));
        assertThat(started.status()).as(started.body()).isEqualTo(201);

        await().until(() -> {
            fillWhatIsOut();
            return engine.get("/api/v1/rebalances/" + started.text("runId"))
                    .text("state")
                    .equals("DONE");
        });

        assertThat(held(STOCK)).isEqualTo(target);
        assertThat(held(OPTION)).isEqualTo(7);
        assertThat(orders()).singleElement().satisfies(order -> {
            assertThat(order.quantity()).isEqualByComparingTo("5");
            assertThat(order.account()).isEqualTo(ACCOUNT);
        });
    }

    private Answer preview(String symbol, String target) {
        showMarket();
        return engine.post("/api/v1/rebalances/preview", "", body(symbol, target));
    }

    private static String body(String symbol, String target) {
        return """
            {"account":"%s","cash":10000,"targets":[{"symbol":"%s",%s}],"person":"ada","strategy":"rebalanced"}""".formatted(ACCOUNT, symbol, target);
    }

    private void showMarket() {
        adapter.showsMarket("AAPL", STOCK, "199.99", "200.01");
    }

    private int held(ContractId contractId) {
        for (JsonNode each :
                engine.get("/api/v1/positions?account=" + ACCOUNT).json().path("positions")) {
            if (each.path("contractId").asInt() == contractId.value()) {
                return Integer.parseInt(each.path("quantity").asString());
            }
        }
        return 0;
    }

    private List<Order> orders() {
        return adapter.commands().stream()
                .filter(OrderCommand.Submit.class::isInstance)
                .map(command -> ((OrderCommand.Submit) command).order())
                .filter(order -> order.strategy().equals("rebalanced"))
                .toList();
    }

    private void fillWhatIsOut() {
        showMarket();
        for (Order order : orders()) {
            String child = order.clientOrderId().value();
            if (filled.add(child)) {
                adapter.says(PlayedAdapter.accepted(child, 4811));
                adapter.says(bought(
                        child,
                        child + ".1.01",
                        STOCK,
                        SecurityType.STOCK,
                        order.quantity().toPlainString()));
            }
        }
    }

    private static OrderEvent bought(
            @Nullable String order, String execId, ContractId contractId, SecurityType type, String quantity) {
        Execution execution = new Execution(
                execId,
                PlayedAdapter.CLIENT_ID,
                OrderId.of(4811),
                null,
                ACCOUNT,
                contractId,
                "AAPL",
                Side.BUY,
                new BigDecimal(quantity),
                new BigDecimal("200"),
                new BigDecimal(quantity),
                null,
                "SMART",
                Instant.parse("2013-10-07T14:00:00Z"),
                type,
                type == SecurityType.OPTION ? BigDecimal.valueOf(100) : null);
        return new OrderEvent.Executed(order == null ? null : ClientOrderId.of(order), execution, Instant.now());
    }
}
