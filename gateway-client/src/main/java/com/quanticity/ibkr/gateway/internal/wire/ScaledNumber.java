package com.quanticity.ibkr.gateway.internal.wire;

import com.quanticity.ibkr.gateway.event.TickEvent.TickPrice;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A decimal as digits and scale, reused from tick to tick so that a tick allocates nothing but its event. */
final class ScaledNumber {

    private static final int MAX_DIGITS = 18;

    long unscaled = TickPrice.ABSENT;
    int scale;

    void clear() {
        unscaled = TickPrice.ABSENT;
        scale = 0;
    }

    boolean isAbsent() {
        return unscaled == TickPrice.ABSENT;
    }

    boolean isZero() {
        return unscaled == 0;
    }

    /** True for −1 in any spelling. */
    boolean isMinusOne() {
        if (unscaled >= 0 || isAbsent()) {
            return false;
        }
        long power = -1;
        for (int i = 0; i < scale; i++) {
            power *= 10;
        }
        return unscaled == power;
    }

    /** Takes a plain decimal of up to 18 digits; false for everything else, which is rare. */
    boolean parse(byte[] bytes, int from, int to) {
        int position = from;
        boolean negative = position < to && bytes[position] == '-';
        if (negative) {
            position++;
        }
        long value = 0;
        int digits = 0;
        int point = -1;
        for (; position < to; position++) {
            int digit = bytes[position] - '0';
            if (digit >= 0 && digit <= 9) {
                value = value * 10 + digit;
                digits++;
            } else if (bytes[position] == '.' && point < 0) {
                point = position;
            } else {
                return false;
            }
        }
        if (digits == 0 || digits > MAX_DIGITS) {
            return false;
        }
        unscaled = negative ? -value : value;
        scale = point < 0 ? 0 : to - point - 1;
        return true;
    }

    void setSlowly(@Nullable BigDecimal value, String field) {
        if (value == null) {
            clear();
            return;
        }
        BigDecimal stripped = value.stripTrailingZeros();
        if (stripped.scale() < 0) {
            stripped = stripped.setScale(0);
        }
        if (stripped.precision() > MAX_DIGITS) {
            throw new MalformedFieldException(field, "more than " + MAX_DIGITS + " digits");
        }
        unscaled = stripped.unscaledValue().longValueExact();
        scale = stripped.scale();
    }
}
