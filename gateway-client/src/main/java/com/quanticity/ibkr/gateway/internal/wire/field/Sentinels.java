package com.quanticity.ibkr.gateway.internal.wire.field;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Decimals that stand for "not set". Source: wire specification, section 4. */
final class Sentinels {

    private static final String MAX_DOUBLE_TEXT = "1.7976931348623157E308";
    private static final byte[] MAX_DOUBLE_BYTES = MAX_DOUBLE_TEXT.getBytes(US_ASCII);
    private static final BigDecimal MAX_DOUBLE = new BigDecimal(MAX_DOUBLE_TEXT);
    private static final BigDecimal MAX_LONG = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final BigDecimal MIN_LONG = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal MAX_INT = BigDecimal.valueOf(Integer.MAX_VALUE);

    private Sentinels() {}

    /** True for the usual spelling of the largest double, of which an open order has dozens. */
    static boolean spellsMaximum(byte[] bytes, int from, int to) {
        return to - from == MAX_DOUBLE_BYTES.length
                && Arrays.equals(bytes, from, to, MAX_DOUBLE_BYTES, 0, MAX_DOUBLE_BYTES.length);
    }

    static @Nullable BigDecimal withoutMaximum(@Nullable BigDecimal value) {
        return value == null || isMaximum(value) ? null : value;
    }

    static @Nullable BigDecimal withoutUnsetSize(@Nullable BigDecimal value) {
        return value == null || isUnsetSize(value) ? null : value;
    }

    private static boolean isUnsetSize(BigDecimal value) {
        return value.compareTo(MAX_INT) == 0
                || value.compareTo(MAX_LONG) == 0
                || value.compareTo(MIN_LONG) == 0
                || isMaximum(value);
    }

    /** Of any spelling. */
    private static boolean isMaximum(BigDecimal value) {
        return value.compareTo(MAX_DOUBLE) == 0;
    }
}
