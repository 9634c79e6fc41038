package com.quanticity.ibkr.gateway.tws;

import com.quanticity.ibkr.gateway.event.TickEvent.TickPrice;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A number as hot events hold it; {@link TickPrice#ABSENT} digits when there is none. */
record Digits(long unscaled, int scale) {

    private static final Digits NONE = new Digits(TickPrice.ABSENT, 0);

    static Digits of(@Nullable BigDecimal number) {
        if (number == null) {
            return NONE;
        }
        BigDecimal plain = number.stripTrailingZeros();
        return new Digits(plain.unscaledValue().longValueExact(), plain.scale());
    }
}
