package com.quanticity.ibkr.simulator.marketdata;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How much market data can be open at once. Source: tws-wire behaviour.md, section 3.
 *
 * @param lines of level 1; one more is refused with error 101
 * @param areShared whether lines and slots are those of the login, for all its clients together, as a real login's are,
 *     or each client's own
 * @param ownDepthSlots null for a hundredth of the lines, at least 3, at most 60; one more is refused with error 309
 * @param ownTickByTickSlots null likewise; one more is refused with error 10190
 * @param tickByTickSpacing between two tick-by-tick requests for one instrument, whatever their kind
 */
public record DataLimits(
        int lines,
        boolean areShared,
        @Nullable Integer ownDepthSlots,
        @Nullable Integer ownTickByTickSlots,
        Duration tickByTickSpacing) {

    private static final int LEAST_SLOTS = 3;
    private static final int MOST_SLOTS = 60;

    public DataLimits {
        if (lines < 0
                || isNegative(ownDepthSlots)
                || isNegative(ownTickByTickSlots)
                || tickByTickSpacing.isNegative()) {
            throw new IllegalArgumentException("lines, slots and spacing cannot be negative: give 0 or more");
        }
    }

    private static boolean isNegative(@Nullable Integer slots) {
        return slots != null && slots < 0;
    }

    /** 100 lines and 3 slots of each kind for each client, 15 seconds. */
    public static DataLimits defaults() {
        return new DataLimits(100, false, null, null, Duration.ofSeconds(15));
    }

    public int depthSlots() {
        return ownDepthSlots == null ? slotsOf(lines) : ownDepthSlots;
    }

    public int tickByTickSlots() {
        return ownTickByTickSlots == null ? slotsOf(lines) : ownTickByTickSlots;
    }

    private static int slotsOf(int lines) {
        return Math.clamp(lines / 100, LEAST_SLOTS, MOST_SLOTS);
    }

    public DataLimits withLines(int other, boolean shared) {
        return new DataLimits(other, shared, ownDepthSlots, ownTickByTickSlots, tickByTickSpacing);
    }

    /** The same with so many depth slots, null for those that go with the lines. */
    public DataLimits withDepthSlots(@Nullable Integer other) {
        return new DataLimits(lines, areShared, other, ownTickByTickSlots, tickByTickSpacing);
    }

    /** The same with so many tick-by-tick slots, null for those that go with the lines. */
    public DataLimits withTickByTickSlots(@Nullable Integer other) {
        return new DataLimits(lines, areShared, ownDepthSlots, other, tickByTickSpacing);
    }

    public DataLimits withTickByTickSpacing(Duration other) {
        return new DataLimits(lines, areShared, ownDepthSlots, ownTickByTickSlots, other);
    }
}
