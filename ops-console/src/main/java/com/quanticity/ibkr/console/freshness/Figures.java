package com.quanticity.ibkr.console.freshness;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Exact decimals as the page writes them: thin-space thousands, fixed decimals, never rounded away. Absence is said in words. */
public final class Figures {

    private static final char THIN_SPACE = '\u2009';
    private static final char MINUS = '\u2212';
    private static final String NO_DATA = "no data";

    private Figures() {}

    /** A price with at least this many decimals. */
    public static String price(@Nullable BigDecimal price, int decimals) {
        return price == null ? NO_DATA : plain(price, decimals);
    }

    /** A quantity or size without trailing zeros. */
    public static String quantity(@Nullable BigDecimal quantity) {
        return quantity == null ? NO_DATA : plain(quantity, 0);
    }

    /** A change: with its sign; zero has none. */
    public static String signed(BigDecimal change) {
        return change.signum() > 0 ? "+" + plain(change, 0) : plain(change, 0);
    }

    /** The broker's text: grouped when it is a decimal, as it is otherwise. */
    public static String text(String value) {
        try {
            return plain(new BigDecimal(value), 0);
        } catch (NumberFormatException _) {
            return value;
        }
    }

    private static String plain(BigDecimal value, int decimals) {
        BigDecimal stripped = value.stripTrailingZeros();
        String digits = stripped.abs()
                .setScale(Math.max(decimals, Math.max(stripped.scale(), 0)), RoundingMode.UNNECESSARY)
                .toPlainString();
        int point = digits.indexOf('.');
        int whole = point < 0 ? digits.length() : point;
        StringBuilder text = new StringBuilder();
        if (stripped.signum() < 0) {
            text.append(MINUS);
        }
        for (int i = 0; i < whole; i++) {
            if (i > 0 && (whole - i) % 3 == 0) {
                text.append(THIN_SPACE);
            }
            text.append(digits.charAt(i));
        }
        return text.append(digits, whole, digits.length()).toString();
    }
}
