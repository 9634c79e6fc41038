package com.quanticity.ibkr.gateway.pacing;

/** A share of the budget that nobody has to agree to. Used on the test's thread. */
public final class FakeShare implements MessageShare {

    private final Standing standing;
    private final int limit;
    private int slots;

    private FakeShare(Standing standing, int limit, int slots) {
        this.standing = standing;
        this.limit = limit;
        this.slots = slots;
    }

    /** Has nothing until something is wanted, and then that much, up to the limit. */
    public static FakeShare granting(int limit) {
        return new FakeShare(Standing.SHARED, limit, 0);
    }

    /** The other sessions of the gateway cannot be asked: always the same. */
    public static FakeShare fallback(int slots) {
        return new FakeShare(Standing.FALLBACK, slots, slots);
    }

    @Override
    public int slots() {
        return slots;
    }

    @Override
    public int limit() {
        return limit;
    }

    @Override
    public void want(int messages) {
        if (standing == Standing.SHARED) {
            slots = Math.min(messages, limit);
        }
    }

    @Override
    public void onGrowth(Runnable callback) {}

    @Override
    public void onViolation() {}

    @Override
    public Standing standing() {
        return standing;
    }

    @Override
    public void close() {}
}
