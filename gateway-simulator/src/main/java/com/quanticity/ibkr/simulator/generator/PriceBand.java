package com.quanticity.ibkr.simulator.generator;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The band in which a stock may trade: five percent around the average of its trades of the last five minutes. The
 * reference follows that average only when it is one percent away. Prices in ticks. Source: the limit-up/limit-down plan
 * for its first tier.
 */
final class PriceBand {

    private static final long WINDOW = 300_000_000_000L;
    private static final double WIDTH = 0.05;
    private static final double STEP = 0.01;

    private final Deque<Traded> trades = new ArrayDeque<>();
    private long sum;
    private double reference;

    private record Traded(long nanos, int price) {}

    void onTrade(long nanos, int price) {
        trades.addLast(new Traded(nanos, price));
        sum += price;
        while (trades.getFirst().nanos() < nanos - WINDOW) {
            sum -= trades.removeFirst().price();
        }
        double average = (double) sum / trades.size();
        if (Math.abs(average - reference) >= reference * STEP) {
            reference = average;
        }
    }

    /** A cross sets a reference of its own: what was before does not count. */
    void onCross(long nanos, int price) {
        trades.clear();
        sum = 0;
        reference = price;
        onTrade(nanos, price);
    }

    int lower() {
        return (int) Math.ceil(reference * (1 - WIDTH));
    }

    int upper() {
        return (int) Math.floor(reference * (1 + WIDTH));
    }

    /** Whether a price lies inside; before the first trade every price does. */
    boolean holds(int price) {
        return trades.isEmpty() || price >= lower() && price <= upper();
    }
}
