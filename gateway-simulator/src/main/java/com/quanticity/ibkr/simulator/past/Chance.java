package com.quanticity.ibkr.simulator.past;

/** Random numbers that are a function of where they are needed, and short sequences of them. */
final class Chance {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private long state;

    Chance(long seed) {
        this.state = seed;
    }

    static long mix(long a, long b) {
        return mix(a * GOLDEN + b);
    }

    /** The finaliser of SplitMix64. */
    private static long mix(long value) {
        long z = value + GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Zero to one, exclusive. */
    static double uniform(long bits) {
        return (bits >>> 11) * UNIT;
    }

    /** About normal, deviation one, never beyond 3.5: enough for prices and the same on every machine. */
    static double bell(long bits) {
        long more = mix(bits, 1);
        double sum = uniform(bits) + uniform(more) + uniform(mix(more, 2)) + uniform(mix(more, 3));
        return (sum - 2) * 1.7320508075688772;
    }

    double next() {
        state += GOLDEN;
        return uniform(mix(state));
    }

    double nextBell() {
        state += GOLDEN;
        return bell(mix(state));
    }

    int next(int bound) {
        return (int) (next() * bound);
    }
}
