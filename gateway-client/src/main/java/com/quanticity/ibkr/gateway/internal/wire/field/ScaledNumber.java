package com.quanticity.ibkr.gateway.internal.wire.field;

import com.quanticity.ibkr.gateway.event.TickEvent.TickPrice;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A decimal as digits and scale, reused from tick to tick so that a tick allocates nothing but its event. */
public final class ScaledNumber {

    private static final int MAX_DIGITS = 18;

    private long unscaled = TickPrice.ABSENT;
    private int scale;

    /** Digits, {@link TickPrice#ABSENT} when there is no number. */
    public long unscaled() {
        return unscaled;
    }

    /** Decimals. */
    public int scale() {
        return scale;
    }

    public void clear() {
        unscaled = TickPrice.ABSENT;
        scale = 0;
    }

    public boolean isAbsent() {
        return unscaled == TickPrice.ABSENT;
    }

    public boolean isZero() {
        return unscaled == 0;
    }

    /** True for −1 in any spelling. */
    public boolean isMinusOne() {
        if (unscaled >= 0 || isAbsent() || scale > MAX_DIGITS) {
            return false;
        }
        long power = -1;
        for (int i = 0; i < scale; i++) {
            power *= 10;
        }
        return unscaled == power;
    }

    /** True for 2147483647, which stands for an unset size. */
    public boolean isLargestInt() {
        return unscaled == Integer.MAX_VALUE && scale == 0;
    }

    public BigDecimal toBigDecimal() {
        return BigDecimal.valueOf(unscaled, scale);
    }

    /**
     * Takes a plain decimal of up to 18 digits that ends in a NUL.
     *
     * @return the position after the NUL; −1 for everything else, which is rare, and nothing is taken
     */
    public int parse(byte[] bytes, int from, int limit) {
        int position = from;
        boolean negative = position < limit && bytes[position] == '-';
        if (negative) {
            position++;
        }
        final int firstDigit = position;
        int point = -1;
        long value = 0;
        while (position < limit) {
            int digit = bytes[position] - '0';
            if (digit >= 0 && digit <= 9) {
                value = value * 10 + digit;
            } else if (digit == '.' - '0' && point < 0) {
                point = position;
            } else {
                break;
            }
            position++;
        }
        if (position >= limit || bytes[position] != 0) {
            return -1;
        }
        int digits = position - firstDigit - (point < 0 ? 0 : 1);
        if (digits == 0 || digits > MAX_DIGITS) {
            return -1;
        }
        unscaled = negative ? -value : value;
        scale = point < 0 ? 0 : position - point - 1;
        return position + 1;
    }

    public void setSlowly(@Nullable BigDecimal value, String field) {
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
