package com.quanticity.ibkr.gateway.event;

import com.quanticity.ibkr.gateway.event.TickEvent.TickPrice;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads the numbers that hot events hold as digits and scale. */
final class Digits {

    private Digits() {}

    static @Nullable BigDecimal number(long unscaled, int scale) {
        return unscaled == TickPrice.ABSENT ? null : BigDecimal.valueOf(unscaled, scale);
    }
}
