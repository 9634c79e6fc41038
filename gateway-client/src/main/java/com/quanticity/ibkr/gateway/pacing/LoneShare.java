package com.quanticity.ibkr.gateway.pacing;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** The whole budget, lowered to two thirds for a minute after each violation. */
final class LoneShare implements MessageShare {

    private final int limit;
    private final LongSupplier nanoTime;
    private final AtomicLong lowerUntil;

    LoneShare(int limit, LongSupplier nanoTime) {
        this.limit = limit;
        this.nanoTime = nanoTime;
        this.lowerUntil = new AtomicLong(nanoTime.getAsLong());
    }

    @Override
    public int slots() {
        return nanoTime.getAsLong() - lowerUntil.get() < 0 ? Penalty.lowered(limit) : limit;
    }

    @Override
    public int limit() {
        return limit;
    }

    @Override
    public void want(int messages) {}

    @Override
    public void onGrowth(Runnable callback) {}

    @Override
    public void onViolation() {
        lowerUntil.set(nanoTime.getAsLong() + Penalty.LASTS.toNanos());
    }

    @Override
    public Standing standing() {
        return Standing.ALONE;
    }

    @Override
    public void close() {}
}
