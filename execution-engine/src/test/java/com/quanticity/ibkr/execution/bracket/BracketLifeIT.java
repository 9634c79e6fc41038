package com.quanticity.ibkr.execution.bracket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.quanticity.ibkr.execution.PlayedAdapter;
import com.quanticity.ibkr.execution.RunningEngine;
import com.quanticity.ibkr.execution.RunningEngine.Answer;
import com.quanticity.ibkr.execution.SharedEngine;
import com.quanticity.ibkr.model.order.ClientOrderId;
import com.quanticity.ibkr.model.order.Order;
import com.quanticity.ibkr.model.order.OrderCommand;
import com.quanticity.ibkr.model.order.OrderEvent;
import com.quanticity.ibkr.model.order.OrderId;
import com.quanticity.ibkr.model.order.Side;
import com.quanticity.ibkr.model.risk.DenialReason;
import com.quanticity.ibkr.model.risk.TradingState;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A bracket from its group to its end: entry filled in part and cancelled, protection cut to the position, target filled, stop gone. */
@ExtendWith(SharedEngine.class)
class BracketLifeIT {

    private final RunningEngine engine;
    private final PlayedAdapter adapter;

    BracketLifeIT(RunningEngine engine, PlayedAdapter adapter) {
        this.engine = engine;
        this.adapter = adapter;
    }

    @Test
    void keepsProtectionAtThePositionUntilTheTargetFills() {
        Answer placed = engine.post("/api/v1/brackets", "bracket-1", """
                {"symbol":"SPY","side":"BUY","quantity":10,"strategy":"bracketed","person":"ada",
                 "entryLimitPrice":167,"stopPrice":160,"targetPrice":175}""");
        assertThat(placed.status()).as(placed.body()).isEqualTo(201);
        String id = placed.text("bracket.parentOrderId");
        await().until(() -> !group().isEmpty());
        String entry = idOf(0);
        String stop = idOf(1);
        String target = idOf(2);
        for (int i = 0; i < 3; i++) {
            adapter.says(PlayedAdapter.accepted(idOf(i), 701 + i));
            adapter.says(PlayedAdapter.working(idOf(i), 701 + i));
        }

        adapter.isReady();
        adapter.says(PlayedAdapter.executed(entry, 701, "br.1.01", Side.BUY, "4", "167"));
        await().until(() -> show(id).text("position").equals("4"));
        assertThat(engine.post("/api/v1/parents/" + id + "/cancel").status()).isEqualTo(202);
        await().until(() -> adapter.commandsOf(entry).getLast() instanceof OrderCommand.Cancel);
        cancelled(entry, 701);

        await().until(() -> {
            adapter.isReady();
            return !modifies(stop).isEmpty() && !modifies(target).isEmpty();
        });
        assertThat(modifies(stop).getFirst().change().quantity()).isEqualByComparingTo("4");
        assertThat(adapter.commandsOf(stop)).noneMatch(OrderCommand.Cancel.class::isInstance);
        made(modifies(stop).getFirst());
        made(modifies(target).getFirst());
        await().until(() -> show(id).text("protectedQuantity").equals("4"));

        adapter.says(PlayedAdapter.executed(target, 703, "br.2.01", Side.SELL, "4", "175"));
        await().until(() -> {
            adapter.isReady();
            return adapter.commandsOf(stop).getLast() instanceof OrderCommand.Cancel;
        });
        cancelled(stop, 702);
        await().until(() -> show(id).text("bracket.state").equals("FILLED"));
        assertThat(show(id).json().get("orders")).hasSize(3);
    }

    @Test
    void previewsEntryStopAndTargetAndStoresNothing() throws Exception {
        CompletableFuture<Answer> asked =
                CompletableFuture.supplyAsync(() -> engine.send("POST", "/api/v1/brackets/preview", "", """
                        {"symbol":"SPY","side":"BUY","quantity":10,"strategy":"asked-bracket","person":"ada",
                         "entryLimitPrice":167,"stopPrice":160,"targetPrice":175.005}"""));
        await().until(() -> !adapter.previewed("asked-bracket").isEmpty());
        adapter.says(PlayedAdapter.deniesTheLast(adapter.previewed("asked-bracket")));

        Answer told = asked.get(20, TimeUnit.SECONDS);
        assertThat(told.status()).as(told.body()).isEqualTo(200);
        assertThat(told.text("outcome")).isEqualTo("DENIED");
        assertThat(List.of(told.text("orders.1.role"), told.text("orders.1.outcome")))
                .containsExactly("STOP", "PASSED");
        assertThat(List.of(told.text("orders.2.role"), told.text("orders.2.code")))
                .containsExactly("TARGET", "PRICE_OFF_TICK");
        assertThat(engine.get("/api/v1/parents?strategy=asked-bracket").body()).doesNotContain("asked-bracket");
    }

    /** A kill: everything is cancelled and trading is halted. Whether the position is still there only a person knows. */
    @Test
    void bringsBackNoStopAfterAHaltUntilAPersonHasLooked() {
        String id = engine.post("/api/v1/brackets", "bracket-2", """
                {"symbol":"SPY","side":"BUY","quantity":10,"strategy":"halted","person":"ada",
                 "entryLimitPrice":167,"stopPrice":160}""").text("bracket.parentOrderId");
        await().until(() -> !group("halted").isEmpty());
        String entry = group("halted").get(0).clientOrderId().value();
        String stop = group("halted").get(1).clientOrderId().value();
        adapter.says(PlayedAdapter.accepted(entry, 711));
        adapter.says(PlayedAdapter.accepted(stop, 712));
        adapter.says(PlayedAdapter.executed(entry, 711, "br.11.01", Side.BUY, "10", "167"));
        adapter.says(PlayedAdapter.working(stop, 712));
        await().until(() -> show(id).text("protectedQuantity").equals("10"));
        try {
            await().until(() -> {
                adapter.isReady();
                adapter.isTrading(TradingState.HALTED);
                return engine.get("/actuator/health/trading").body().contains("HALTED");
            });
            cancelled(stop, 712);
            await().until(() -> {
                adapter.isReady();
                adapter.isTrading(TradingState.HALTED);
                return show(id).text("bracket.remark").contains("halted");
            });
        } finally {
            adapter.isTrading(TradingState.ACTIVE);
        }

        assertThat(show(id).text("alarm")).isEqualTo("UNPROTECTED");
        assertThat(stopsOf("halted")).isZero();
        assertThat(engine.post("/api/v1/parents/" + id + "/cancel").status()).isEqualTo(202);
        await().until(() -> show(id).text("bracket.state").equals("CANCELLED"));
        assertThat(stopsOf("halted")).isZero();
    }

    /** The denials of a group come one by one; between them the bracket has its turns. */
    @Test
    void tellsEveryOrderOfADeniedGroupWhyItWasDenied() {
        engine.post("/api/v1/brackets", "bracket-3", """
                {"symbol":"SPY","side":"BUY","quantity":10,"strategy":"denied","person":"ada",
                 "entryLimitPrice":167,"stopPrice":160}""");
        await().until(() -> !group("denied").isEmpty());
        String entry = group("denied").get(0).clientOrderId().value();
        String stop = group("denied").get(1).clientOrderId().value();

        denied(entry);
        await().until(() -> engine.statusOf(entry).equals("DENIED"));
        adapter.isReady();
        denied(stop);

        await().until(() -> engine.statusOf(stop).equals("DENIED"));
        assertThat(engine.order(stop).text("reasonCode")).isEqualTo("TRADING_HALTED");
    }

    /** Stops that were placed after the group. */
    private long stopsOf(String strategy) {
        return adapter.commands().stream()
                .filter(OrderCommand.Submit.class::isInstance)
                .filter(command ->
                        ((OrderCommand.Submit) command).order().strategy().equals(strategy))
                .count();
    }

    private Answer show(String id) {
        return engine.get("/api/v1/brackets/" + id);
    }

    private List<Order> group() {
        return group("bracketed");
    }

    private List<Order> group(String strategy) {
        return adapter.commands().stream()
                .filter(OrderCommand.SubmitGroup.class::isInstance)
                .map(command -> ((OrderCommand.SubmitGroup) command).group().orders())
                .filter(orders -> orders.getFirst().strategy().equals(strategy))
                .findFirst()
                .orElse(List.of());
    }

    private String idOf(int place) {
        return group().get(place).clientOrderId().value();
    }

    private List<OrderCommand.Modify> modifies(String id) {
        return adapter.commandsOf(id).stream()
                .filter(OrderCommand.Modify.class::isInstance)
                .map(OrderCommand.Modify.class::cast)
                .toList();
    }

    private void made(OrderCommand.Modify modify) {
        adapter.says(new OrderEvent.Modified(
                modify.clientOrderId(), modify.modificationId(), modify.change(), Instant.now()));
    }

    private void denied(String id) {
        adapter.says(new OrderEvent.Denied(
                ClientOrderId.of(id), DenialReason.TRADING_HALTED, "halted", "", "", Instant.now()));
    }

    private void cancelled(String id, int orderId) {
        adapter.says(new OrderEvent.Cancelled(
                ClientOrderId.of(id),
                PlayedAdapter.CLIENT_ID,
                OrderId.of(orderId),
                null,
                "Cancelled",
                "",
                Instant.now()));
    }
}
