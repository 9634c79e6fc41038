package com.quanticity.ibkr.chaos.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** Draws plans. */
public final class Planner {

    /** What is traded; the adapter watches these. */
    public static final List<String> SYMBOLS = List.of("SPY", "QQQ", "AAPL");

    private static final int MOST_FAULTS = 4;

    /** Faults of a run begin within this time. */
    private static final int SPAN_MILLIS = 2_000;

    private static final int LONGEST_FAULT_MILLIS = 1_500;

    private final List<FaultKind> urn = new ArrayList<>();

    /** @param kinds faults to draw from, at least one */
    public Planner(Set<FaultKind> kinds) {
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("no kind of fault is left: name at least one");
        }
        for (FaultKind kind : FaultKind.values()) {
            for (int i = 0; kinds.contains(kind) && i < kind.weight(); i++) {
                urn.add(kind);
            }
        }
    }

    public RunPlan plan(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<PlannedTrade> trades = new TradeDraw(random, SPAN_MILLIS).trades();
        List<PlannedFault> faults = new ArrayList<>();
        int troubles = random.nextInt(1, MOST_FAULTS + 1);
        for (int i = 0; i < troubles; i++) {
            faults.add(fault(random));
        }
        trades.sort(Comparator.comparing(PlannedTrade::at));
        return new RunPlan(seed, trades, faults);
    }

    private PlannedFault fault(SplittableRandom random) {
        FaultKind kind = urn.get(random.nextInt(urn.size()));
        Duration length = Duration.ofMillis(random.nextInt(100, LONGEST_FAULT_MILLIS));
        return new PlannedFault(kind, moment(random), length);
    }

    private static Moment moment(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Moment.At(Duration.ofMillis(random.nextInt(0, SPAN_MILLIS)));
            case 1 -> new Moment.OnOrder(random.nextInt(1, 8));
            default -> new Moment.OnFill(random.nextInt(1, 20));
        };
    }
}
