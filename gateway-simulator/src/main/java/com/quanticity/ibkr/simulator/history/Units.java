package com.quanticity.ibkr.simulator.history;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Prices as whole millionths, exact for every price increment there is. */
final class Units {

    private static final int SCALE = 6;
    private static final double ONE = 1e6;

    private Units() {}

    static long of(BigDecimal price) {
        return price.setScale(SCALE, RoundingMode.HALF_UP).unscaledValue().longValueExact();
    }

    /** The nearest multiple of a step. */
    static long of(double price, long step) {
        return Math.max(1, Math.round(price * ONE / step)) * step;
    }

    static BigDecimal toDecimal(long units) {
        return BigDecimal.valueOf(units, SCALE);
    }

    static double toDouble(long units) {
        return units / ONE;
    }
}
