package com.quanticity.ibkr.chaos;

import com.quanticity.ibkr.chaos.plan.PlannedBracket;
import com.quanticity.ibkr.chaos.plan.PlannedChange;
import com.quanticity.ibkr.chaos.plan.PlannedGroup;
import com.quanticity.ibkr.chaos.plan.PlannedOrder;
import com.quanticity.ibkr.chaos.plan.PlannedTrade;
import com.quanticity.ibkr.chaos.plan.PlannedTwap;
import com.quanticity.ibkr.simulator.GatewaySimulator;
import com.quanticity.ibkr.simulator.state.SimulatorState.SymbolState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Does what a plan says, at its times, at prices around those of the run's start. Thread-safe. */
final class Trader {

    private static final String NAME = "chaos";

    private final Strategy strategy;
    private final Clock clock;
    private final Map<String, BigDecimal> prices = new LinkedHashMap<>();
    private final long begin;

    /** @param begin of the run, as {@link System#nanoTime} */
    Trader(Strategy strategy, GatewaySimulator simulator, Clock clock, long begin) {
        this.strategy = strategy;
        this.clock = clock;
        this.begin = begin;
        for (SymbolState symbol : simulator.state().market().symbols()) {
            BigDecimal price = symbol.last() != null ? symbol.last() : symbol.bid();
            if (price != null) {
                prices.put(symbol.symbol(), price);
            }
        }
    }

    void carryOut(PlannedTrade trade, String key) throws InterruptedException {
        sleepUntil(trade.at());
        switch (trade) {
            case PlannedOrder order -> order(order, key);
            case PlannedGroup group -> group(group, key);
            case PlannedBracket bracket -> bracket(bracket, key);
            case PlannedTwap twap -> strategy.placeParent(key, terms(twap));
        }
    }

    private void order(PlannedOrder order, String key) throws InterruptedException {
        String id = strategy.place(key, terms(order));
        PlannedChange change = order.change();
        if (change == null) {
            cancel(id, order.cancelAt());
            return;
        }
        sleepUntil(change.at());
        Thread racing = order.cancelAt() == null || order.cancelAt().compareTo(change.at()) > 0
                ? null
                : Thread.startVirtualThread(() -> cancelNow(id));
        strategy.change(
                key + "-change",
                id,
                Map.of(
                        "quantity",
                        change.quantity(),
                        "limitPrice",
                        limit(order.symbol(), order.buy(), change.offset())));
        if (racing == null) {
            cancel(id, order.cancelAt());
        } else {
            racing.join();
        }
    }

    private void group(PlannedGroup group, String key) throws InterruptedException {
        List<String> ids = strategy.placeGroup(
                key, group.members().stream().map(this::terms).toList());
        cancel(ids.getFirst(), group.cancelAt());
    }

    private void bracket(PlannedBracket bracket, String key) throws InterruptedException {
        String id = strategy.placeBracket(key, terms(bracket));
        if (bracket.cancelAt() != null) {
            sleepUntil(bracket.cancelAt());
            strategy.cancelParent(id);
        }
    }

    private void cancel(String id, @Nullable Duration at) throws InterruptedException {
        if (at != null) {
            sleepUntil(at);
            strategy.cancel(id);
        }
    }

    private void cancelNow(String id) {
        try {
            strategy.cancel(id);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, Object> terms(PlannedOrder order) {
        Map<String, Object> terms = terms(order.symbol(), order.buy(), order.quantity());
        if (order.offset() == null) {
            terms.put("type", "MARKET");
        } else {
            terms.put("type", "LIMIT");
            terms.put("limitPrice", limit(order.symbol(), order.buy(), order.offset()));
        }
        return terms;
    }

    private Map<String, Object> terms(PlannedBracket bracket) {
        Map<String, Object> terms = terms(bracket.symbol(), bracket.buy(), bracket.quantity());
        terms.put("person", NAME);
        if (bracket.offset() != null) {
            terms.put("entryLimitPrice", limit(bracket.symbol(), bracket.buy(), bracket.offset()));
        }
        terms.put(
                "stopPrice",
                limit(bracket.symbol(), bracket.buy(), bracket.stop().negate()));
        if (bracket.target() != null) {
            terms.put("targetPrice", limit(bracket.symbol(), bracket.buy(), bracket.target()));
        }
        return terms;
    }

    private Map<String, Object> terms(PlannedTwap twap) {
        Map<String, Object> terms = terms(twap.symbol(), twap.buy(), twap.quantity());
        terms.put("person", NAME);
        terms.put(
                "plan",
                Map.of(
                        "kind",
                        "TWAP",
                        "end",
                        clock.instant().plus(twap.length()).toString(),
                        "slices",
                        twap.slices(),
                        "jitterPercent",
                        0));
        return terms;
    }

    private static Map<String, Object> terms(String symbol, boolean buy, int quantity) {
        Map<String, Object> terms = new LinkedHashMap<>();
        terms.put("symbol", symbol);
        terms.put("side", buy ? "BUY" : "SELL");
        terms.put("quantity", quantity);
        terms.put("strategy", NAME);
        return terms;
    }

    /** @param offset in per cent, above zero on the side where the order is sooner filled */
    private String limit(String symbol, boolean buy, BigDecimal offset) {
        BigDecimal away = buy ? offset : offset.negate();
        return prices.getOrDefault(symbol, BigDecimal.ONE)
                .multiply(BigDecimal.ONE.add(away.movePointLeft(2)))
                .setScale(2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private void sleepUntil(Duration time) throws InterruptedException {
        long left = time.toNanos() - (System.nanoTime() - begin);
        if (left > 0) {
            Thread.sleep(Duration.ofNanos(left));
        }
    }
}
