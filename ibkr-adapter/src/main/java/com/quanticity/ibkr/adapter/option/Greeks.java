package com.quanticity.ibkr.adapter.option;

import com.quanticity.ibkr.gateway.event.TickEvent.TickOptionComputation;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Figures of an option model; null = the broker did not compute it. Volatility and greeks are approximations and therefore doubles.
 *
 * @param impliedVolatility a year, 0.2 = 20 %
 * @param price of the option
 * @param presentValueOfDividends on the underlying until expiry
 * @param underlyingPrice that the model used
 */
record Greeks(
        @Nullable Double impliedVolatility,
        @Nullable Double delta,
        @Nullable Double gamma,
        @Nullable Double vega,
        @Nullable Double theta,
        @Nullable BigDecimal price,
        @Nullable BigDecimal presentValueOfDividends,
        @Nullable BigDecimal underlyingPrice) {

    static Greeks of(TickOptionComputation told) {
        return new Greeks(
                given(told.impliedVol()),
                given(told.delta()),
                given(told.gamma()),
                given(told.vega()),
                given(told.theta()),
                told.optPrice(),
                told.pvDividend(),
                told.undPrice());
    }

    private static @Nullable Double given(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
