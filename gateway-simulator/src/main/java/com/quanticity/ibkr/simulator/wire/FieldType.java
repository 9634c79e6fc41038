package com.quanticity.ibkr.simulator.wire;

import java.math.BigDecimal;
import java.util.Locale;

/** How the text of one field is spelled, checked and left out. */
enum FieldType {
    /** Always the same text; readers do not look at it. */
    CONSTANT(""),
    INT("0"),
    LONG("0"),
    DOUBLE("0"),
    DECIMAL(""),
    BOOL("0"),
    TEXT(""),
    /** Text whose non-ASCII characters travel as {@code \}{@code uXXXX}. */
    ESCAPED_TEXT(""),
    TAGS("");

    /** The largest double has 309 digits; more would only serve to fill our memory when written out. */
    private static final int MOST_DIGITS = 400;

    /** Also stands for "unset"; nothing beyond it is a number of the protocol. */
    private static final BigDecimal LARGEST = new BigDecimal("1.7976931348623157E308");

    private final String absent;

    FieldType(String absent) {
        this.absent = absent;
    }

    static FieldType parse(String text) {
        String base = text.contains("(") ? text.substring(0, text.indexOf('(')) : text;
        if (hasFixedText(base)) {
            return CONSTANT;
        }
        return switch (base) {
            case "int" -> INT;
            case "long" -> LONG;
            case "double" -> DOUBLE;
            case "dec" -> DECIMAL;
            case "bool" -> BOOL;
            case "str" -> TEXT;
            case "ustr" -> ESCAPED_TEXT;
            case "taglist" -> TAGS;
            default -> throw new IllegalArgumentException("unknown field type " + text);
        };
    }

    private static boolean hasFixedText(String type) {
        return type.matches("(const|any|min\\d+):.*");
    }

    /** What is written for a field nobody set: the spelling of a real gateway. */
    static String absentText(String type) {
        if (hasFixedText(type)) {
            return type.substring(type.indexOf(':') + 1);
        }
        return type.endsWith("(unset)") || type.endsWith("(empty)") ? "" : parse(type).absent;
    }

    /** Whether a reader can take this text; the empty field always reads as "not given". */
    boolean accepts(String text) {
        if (text.isEmpty()) {
            return true;
        }
        return switch (this) {
            case CONSTANT, TEXT, ESCAPED_TEXT, TAGS -> true;
            case INT, BOOL -> isWhole(text, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case LONG -> isWhole(text, Long.MIN_VALUE, Long.MAX_VALUE);
            case DOUBLE, DECIMAL -> isNumber(text);
        };
    }

    private static boolean isWhole(String text, long least, long most) {
        try {
            long value = Long.parseLong(text);
            return value >= least && value <= most;
        } catch (NumberFormatException notWhole) {
            return false;
        }
    }

    private static boolean isNumber(String text) {
        if (text.equals("Infinity") || text.equals("-Infinity") || text.equals("NaN")) {
            return true;
        }
        try {
            BigDecimal value = new BigDecimal(text.toUpperCase(Locale.ROOT));
            return Math.abs(value.scale()) <= MOST_DIGITS
                    && value.precision() <= MOST_DIGITS
                    && value.abs().compareTo(LARGEST) <= 0;
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }
}
