package com.quanticity.ibkr.simulator.past;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Prices as whole millionths, exact for every price increment there is. */
public final class Units {

    private static final int SCALE = 6;
    private static final double ONE = 1e6;

    private Units() {}

    public static long of(BigDecimal price) {
        return price.setScale(SCALE, RoundingMode.HALF_UP).unscaledValue().longValueExact();
    }

    /** The nearest multiple of a step. */
    public static long of(double price, long step) {
        return Math.max(1, Math.round(price * ONE / step)) * step;
    }

    public static BigDecimal toDecimal(long units) {
        return BigDecimal.valueOf(units, SCALE);
    }

    public static double toDouble(long units) {
        return units / ONE;
    }
}
