package com.quanticity.ibkr.simulator.past;

import org.jspecify.annotations.Nullable;

/** Adds up prices to a bar. */
final class BarSum {

    private long open;
    private long high;
    private long low;
    private long close;
    private long volume;
    private long turnover;
    private int count;

    void add(long price, long size) {
        if (count == 0) {
            open = price;
            high = price;
            low = price;
        }
        high = Math.max(high, price);
        low = Math.min(low, price);
        close = price;
        volume += size;
        turnover += price * size;
        count++;
    }

    /** What was added up, from then on empty; null when nothing was. */
    @Nullable Bar take(long start) {
        if (count == 0) {
            return null;
        }
        Bar bar = new Bar(start, open, high, low, close, volume, turnover, count);
        volume = 0;
        turnover = 0;
        count = 0;
        return bar;
    }

    /** What was added up so far; null when nothing was. */
    @Nullable Bar peek(long start) {
        return count == 0 ? null : new Bar(start, open, high, low, close, volume, turnover, count);
    }
}
