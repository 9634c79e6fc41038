package com.quanticity.ibkr.simulator.past;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** The bars of one series and one step that the running market made; the oldest are forgotten. */
final class BarTape {

    private final Step step;
    private final long keptSeconds;
    private final Deque<Bar> done = new ArrayDeque<>();
    private final BarSum sum = new BarSum();
    private long start = Long.MIN_VALUE;

    BarTape(Step step, long keptSeconds) {
        this.step = step;
        this.keptSeconds = keptSeconds;
    }

    void add(long second, long price, long size) {
        long begins = second - Math.floorMod(second, step.seconds());
        if (begins > start) {
            finish();
            start = begins;
        }
        sum.add(price, size);
    }

    private void finish() {
        Bar bar = sum.take(start);
        if (bar != null) {
            done.addLast(bar);
        }
        while (!done.isEmpty() && done.getFirst().start() < start - keptSeconds) {
            done.removeFirst();
        }
    }

    void bars(long from, long to, Consumer<Bar> sink) {
        for (Bar bar : done) {
            if (bar.start() >= from && bar.start() < to) {
                sink.accept(bar);
            }
        }
        Bar running = sum.peek(start);
        if (running != null && start >= from && start < to) {
            sink.accept(running);
        }
    }
}
