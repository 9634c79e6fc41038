package com.quanticity.ibkr.chaos.plan;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Draws what a strategy does in one run. */
final class TradeDraw {

    private static final int FEWEST_ORDERS = 4;
    private static final int MOST_ORDERS = 8;

    private final SplittableRandom random;
    private final int spanMillis;

    /** @param spanMillis everything is placed within this time */
    TradeDraw(SplittableRandom random, int spanMillis) {
        this.random = random;
        this.spanMillis = spanMillis;
    }

    List<PlannedTrade> trades() {
        List<PlannedTrade> trades = new ArrayList<>();
        int orders = random.nextInt(FEWEST_ORDERS, MOST_ORDERS + 1);
        for (int i = 0; i < orders; i++) {
            trades.add(order());
        }
        if (oneIn(2)) {
            trades.add(bracket());
        }
        if (oneIn(3)) {
            trades.add(group());
        }
        if (oneIn(4)) {
            trades.add(twap());
        }
        return trades;
    }

    private PlannedOrder order() {
        Duration at = anyTime();
        int quantity = quantity();
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> new PlannedOrder(at, symbol(), random.nextBoolean(), quantity, null, null, null);
            // A cancel that races its own order, its fill or its change.
            case 4 ->
                new PlannedOrder(
                        at, symbol(), random.nextBoolean(), quantity, near(), null, at.plusMillis(random.nextInt(20)));
            case 5, 6 -> changed(at, quantity);
            case 7 -> new PlannedOrder(at, symbol(), random.nextBoolean(), quantity, far(), null, cancel(at));
            default -> new PlannedOrder(at, symbol(), random.nextBoolean(), quantity, near(), null, cancel(at));
        };
    }

    private PlannedOrder changed(Duration at, int quantity) {
        Duration when = at.plus(millis(20, 1_000));
        PlannedChange change = new PlannedChange(when, Math.max(10, quantity + 10 * random.nextInt(-20, 21)), near());
        Duration cancelAt = oneIn(3) ? when : oneIn(2) ? cancel(at) : null;
        return new PlannedOrder(at, symbol(), random.nextBoolean(), quantity, far(), change, cancelAt);
    }

    private PlannedGroup group() {
        Duration at = anyTime();
        String symbol = symbol();
        boolean buy = random.nextBoolean();
        List<PlannedOrder> members = IntStream.range(0, random.nextInt(2, 4))
                .mapToObj(_ -> new PlannedOrder(at, symbol, buy, quantity(), near(), null, null))
                .toList();
        return new PlannedGroup(at, members, cancel(at));
    }

    private PlannedBracket bracket() {
        Duration at = anyTime();
        BigDecimal offset = switch (random.nextInt(3)) {
            case 0 -> null;
            case 1 -> percent(2, 6);
            default -> percent(-8, 2);
        };
        // Near enough to trade within some runs, or far away for a life that outlasts them.
        int farthest = oneIn(2) ? 20 : 120;
        return new PlannedBracket(
                at,
                symbol(),
                random.nextBoolean(),
                quantity(),
                offset,
                percent(9, farthest),
                oneIn(4) ? null : target(offset, farthest),
                oneIn(3) ? at.plus(millis(50, spanMillis)) : null);
    }

    /** Beyond the entry, near enough to be reached soon or far away. */
    private BigDecimal target(@Nullable BigDecimal entry, int farthest) {
        int nearest = entry == null ? 1 : entry.unscaledValue().intValue() + 1;
        return percent(nearest, farthest == 20 ? nearest + 6 : farthest);
    }

    private PlannedTwap twap() {
        int slices = random.nextInt(2, 5);
        return new PlannedTwap(
                anyTime(), symbol(), random.nextBoolean(), slices * quantity(), slices, millis(1_000, 2_500));
    }

    private @Nullable Duration cancel(Duration at) {
        return oneIn(3) ? null : at.plus(millis(50, spanMillis));
    }

    private String symbol() {
        return Planner.SYMBOLS.get(random.nextInt(Planner.SYMBOLS.size()));
    }

    private int quantity() {
        return 10 * random.nextInt(1, 150);
    }

    private BigDecimal near() {
        return percent(-5, 30);
    }

    private BigDecimal far() {
        return percent(-200, -100);
    }

    /** Hundredths of a per cent. */
    private BigDecimal percent(int from, int to) {
        return BigDecimal.valueOf(random.nextInt(from, to), 2);
    }

    private Duration anyTime() {
        return millis(0, spanMillis);
    }

    private Duration millis(int from, int to) {
        return Duration.ofMillis(random.nextInt(from, to));
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }
}
