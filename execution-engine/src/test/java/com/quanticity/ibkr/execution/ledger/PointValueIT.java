package com.quanticity.ibkr.execution.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.execution.PlayedAdapter;
import com.quanticity.ibkr.execution.RunningEngine;
import com.quanticity.ibkr.execution.SharedEngine;
import com.quanticity.ibkr.model.contract.ContractId;
import com.quanticity.ibkr.model.contract.SecurityType;
import com.quanticity.ibkr.model.execution.Execution;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.Side;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Profit of what is not worth its price: options stand for a hundred shares, a bond's price is in percent. */
@ExtendWith(SharedEngine.class)
class PointValueIT {

    private final RunningEngine engine;
    private final PlayedAdapter adapter;

    PointValueIT(RunningEngine engine, PlayedAdapter adapter) {
        this.engine = engine;
        this.adapter = adapter;
    }

    @Test
    void optionsCountAHundredfoldAndTakeNoMarkOfTheirUnderlying() {
        adapter.showsMarket("SPY", "600.00", "600.02");
        fills("point.a.01", SecurityType.OPTION, "100", 920_001, Side.BUY, "2", "1.50");
        fills("point.b.01", SecurityType.OPTION, "100", 920_001, Side.SELL, "1", "2.10");

        await().untilAsserted(() ->
                assertThat(position(920_001).path("quantity").asString("")).isEqualTo("1"));
        JsonNode option = position(920_001);
        assertThat(option.path("averagePrice").asString()).isEqualTo("1.5");
        assertThat(option.path("realizedPnl").asString()).isEqualTo("60");

        JsonNode part = of(920_001, engine.get("/api/v1/attribution").json().path("parts"));
        assertThat(part.path("averagePrice").asString()).isEqualTo("1.5");
        assertThat(part.path("cashFlow").asString()).isEqualTo("-90");
        assertThat(part.path("mark").isNull()).as(part.toString()).isTrue();
        assertThat(part.path("unrealizedPnl").isNull()).as(part.toString()).isTrue();
    }

    @Test
    void aCorrectedPriceOfAFutureIsCountedAnew() {
        fills("point.c.01", SecurityType.FUTURE, "50", 920_002, Side.BUY, "1", "6000.25");
        fills("point.d.01", SecurityType.FUTURE, "50", 920_002, Side.SELL, "1", "6001.25");
        await().untilAsserted(() ->
                assertThat(position(920_002).path("realizedPnl").asString("")).isEqualTo("50"));

        fills("point.d.02", SecurityType.FUTURE, "50", 920_002, Side.SELL, "1", "6000.75");

        await().untilAsserted(() ->
                assertThat(position(920_002).path("realizedPnl").asString("")).isEqualTo("25"));
    }

    @Test
    void aBondsPriceIsInPercent() {
        fills("point.e.01", SecurityType.BOND, null, 920_003, Side.BUY, "1000", "99.5");
        fills("point.f.01", SecurityType.BOND, null, 920_003, Side.SELL, "1000", "100");

        await().untilAsserted(() ->
                assertThat(position(920_003).path("realizedPnl").asString("")).isEqualTo("5"));
    }

    /** As a person books it, who names neither kind nor multiplier. */
    @Test
    void aBookingWithoutKindTakesThePointValueOfEarlierTrades() {
        fills("point.g.01", SecurityType.OPTION, "100", 920_004, Side.BUY, "1", "3");
        await().untilAsserted(() ->
                assertThat(position(920_004).path("quantity").asString("")).isEqualTo("1"));

        fills("point.h.01", null, null, 920_004, Side.SELL, "1", "4");

        await().untilAsserted(() ->
                assertThat(position(920_004).path("realizedPnl").asString("")).isEqualTo("100"));
    }

    private void fills(
            String execId,
            @Nullable SecurityType type,
            @Nullable String multiplier,
            int contractId,
            Side side,
            String quantity,
            String price) {
        Execution execution = new Execution(
                execId,
                PlayedAdapter.CLIENT_ID,
                OrderId.of(4712),
                null,
                PlayedAdapter.ACCOUNT,
                ContractId.of(contractId),
                "SPY",
                side,
                new BigDecimal(quantity),
                new BigDecimal(price),
                new BigDecimal(quantity),
                null,
                "SMART",
                Instant.parse("2013-10-07T14:00:00Z"),
                type,
                multiplier == null ? null : new BigDecimal(multiplier));
        adapter.says(new OrderEvent.Executed(null, execution, Instant.now()));
    }

    private JsonNode position(int contractId) {
        return of(contractId, engine.get("/api/v1/positions").json().path("positions"));
    }

    private static JsonNode of(int contractId, JsonNode list) {
        for (JsonNode each : list) {
            if (each.path("contractId").asInt() == contractId) {
                return each;
            }
        }
        return list.path(-1);
    }
}
