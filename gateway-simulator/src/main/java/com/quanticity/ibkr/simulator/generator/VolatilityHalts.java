package com.quanticity.ibkr.simulator.generator;

import com.quanticity.ibkr.simulator.calendar.MarketPhase;
import java.util.SplittableRandom;

/**
 * Limit up, limit down of one stock: every two hours on average it runs in one direction until its bid or ask stands at the
 * edge of its band, stays there for fifteen seconds, pauses for five minutes and opens again with a cross. Its random
 * numbers are its own, so that a stock is the same with and without up to its first run. Times in nanoseconds, prices in
 * ticks.
 */
final class VolatilityHalts {

    private static final long SECOND = 1_000_000_000L;
    private static final long LIMIT_STATE = 15 * SECOND;
    private static final long PAUSE = 300 * SECOND;
    private static final long LONGEST_RUN = 200 * SECOND;

    /** A run, its limit state and its pause end before the next auction or midnight. */
    private static final long ROOM = 600 * SECOND;

    private static final double SECONDS_BETWEEN = 7_200;
    private static final int STEPS_OF_A_RUN = 12;

    private enum State {
        OFF,
        CALM,
        RUN,
        LIMIT,
        PAUSED
    }

    private final SplittableRandom random;
    private final PriceBand band = new PriceBand();
    private State state;
    private long until;
    private int direction = 1;

    /** Halts of an instrument that has them, or none. */
    VolatilityHalts(Profile profile, long seed, long time, boolean isOn) {
        this.random = new SplittableRandom(seed * 37 + profile.symbol().hashCode());
        this.state = isOn ? State.CALM : State.OFF;
        this.until = time + wait(random);
    }

    private static long wait(SplittableRandom random) {
        return (long) (-StrictMath.log(1 - random.nextDouble()) * SECONDS_BETWEEN * SECOND);
    }

    boolean isPaused() {
        return state == State.PAUSED;
    }

    /** Whether the prices stand still at the edge of the band. */
    boolean isAtLimit() {
        return state == State.LIMIT;
    }

    /** Whether the limit state has lasted long enough. */
    boolean mustPause(long time) {
        return state == State.LIMIT && time >= until;
    }

    void pause(long time) {
        state = State.PAUSED;
        until = time + PAUSE;
    }

    boolean mustReopen(long time) {
        return time >= until;
    }

    /** The end of the limit state or the pause, if that comes first. */
    long orEarlier(long time) {
        return state == State.LIMIT || state == State.PAUSED ? Math.min(time, until) : time;
    }

    /** How far the cross after a pause lies from the last price. */
    int gapOfReopening(int price) {
        return direction * random.nextInt(Math.max(1, price / 50));
    }

    void onReopened(long time) {
        state = State.CALM;
        until = time + wait(random);
    }

    /** Begins a run when it is time and there is room for it, and gives up one that leads nowhere. */
    void onStep(long time, MarketPhase phase, long endOfPhase) {
        if (state == State.CALM && time >= until) {
            boolean hasRoom = phase == MarketPhase.REGULAR && endOfPhase - time >= ROOM;
            state = hasRoom ? State.RUN : State.CALM;
            direction = random.nextBoolean() ? 1 : -1;
            until = time + (hasRoom ? LONGEST_RUN : wait(random));
        } else if (state == State.RUN && time >= until) {
            onReopened(time);
        }
    }

    /** By how much a run moves the prices now; 0 without one. */
    int drift(int price) {
        return state == State.RUN
                ? direction * (price / 20 / STEPS_OF_A_RUN + 1 + random.nextInt(price / 1_000 + 1))
                : 0;
    }

    /** Whether a run has come to the edge, which is then the bid of a rising and the ask of a falling stock. */
    boolean reachesLimit(long time, int bid, int ask) {
        boolean isThere = state == State.RUN && (direction > 0 ? bid >= band.upper() : ask <= band.lower());
        if (isThere) {
            state = State.LIMIT;
            until = time + LIMIT_STATE;
        }
        return isThere;
    }

    /** The bid at the edge, given the spread. */
    int bidAtLimit(int spread) {
        return direction > 0 ? band.upper() : band.lower() - spread;
    }

    /** Whether something may trade at a price. */
    boolean allows(int price) {
        return state == State.OFF || band.holds(price);
    }

    void onTrade(long time, int price) {
        if (state != State.OFF) {
            band.onTrade(time, price);
        }
    }

    void onCross(long time, int price) {
        if (state != State.OFF) {
            band.onCross(time, price);
        }
    }
}
