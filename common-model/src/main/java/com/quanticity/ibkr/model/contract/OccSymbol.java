package com.quanticity.ibkr.model.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An option's symbol as the Options Clearing Corporation writes it (OSI): 21 characters, the root padded to six, expiry as
 * {@code YYMMDD}, {@code C} or {@code P}, and the strike times 1,000 in eight digits: {@code SPY   261218C00500000}.
 *
 * @param root one to six capitals and digits; the trading class, not always the underlying's symbol ({@code SPXW})
 * @param expiry of this century
 * @param right call or put
 * @param strike above zero, at most 99,999.999, in steps of 0.001, without trailing zeros
 */
public record OccSymbol(String root, LocalDate expiry, OptionRight right, BigDecimal strike) {

    private static final Pattern ROOT = Pattern.compile("[A-Z0-9]{1,6}");
    private static final Pattern PADDED = Pattern.compile("([A-Z0-9]{1,6} {0,5})(\\d{6})([CP])(\\d{8})");
    private static final Pattern COMPACT = Pattern.compile("([A-Z0-9]{1,6})(\\d{6})([CP])(\\d{8})");
    private static final int LENGTH = 21;
    private static final BigDecimal HIGHEST = new BigDecimal("99999.999");
    private static final String EXAMPLE = ", for example 'SPY   261218C00500000'";

    public OccSymbol {
        if (!ROOT.matcher(root).matches()) {
            throw new IllegalArgumentException("root '" + root + "' must be one to six capitals or digits" + EXAMPLE);
        }
        if (expiry.getYear() < 2000 || expiry.getYear() > 2099) {
            throw new IllegalArgumentException("expiry " + expiry + " must be of the years 2000 to 2099");
        }
        BigDecimal plain = strike.stripTrailingZeros();
        if (plain.signum() <= 0 || plain.compareTo(HIGHEST) > 0 || plain.scale() > 3) {
            throw new IllegalArgumentException("strike " + strike.toPlainString()
                    + " must be above 0, at most 99999.999, with three decimals at most");
        }
        strike = plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /**
     * Reads the 21 characters.
     *
     * @throws IllegalArgumentException when anything is out of place
     */
    @JsonCreator
    public static OccSymbol parse(String text) {
        if (text.length() != LENGTH) {
            throw malformed(text, "has " + text.length() + " characters; write " + LENGTH + ", the root padded to six");
        }
        return read(text, PADDED);
    }

    /**
     * Reads the same without the padding, as data vendors write it: {@code SPY261218C00500000}.
     *
     * @throws IllegalArgumentException when anything is out of place
     */
    public static OccSymbol parseCompact(String text) {
        return read(text, COMPACT);
    }

    /** Whether a text has the form of an option symbol, padded or compact; its date may still be wrong. */
    public static boolean hasForm(String text) {
        return COMPACT.matcher(text).matches()
                || text.length() == LENGTH && PADDED.matcher(text).matches();
    }

    /** Without the padding: {@code SPY261218C00500000}. */
    public String compact() {
        return root + tail();
    }

    /** The 21 characters. */
    @JsonValue
    @Override
    public String toString() {
        return root + " ".repeat(6 - root.length()) + tail();
    }

    private String tail() {
        String digits = strike.movePointRight(3).toBigIntegerExact().toString();
        return DateTimeFormatter.BASIC_ISO_DATE.format(expiry).substring(2)
                + right.wireCode()
                + "0".repeat(8 - digits.length())
                + digits;
    }

    private static OccSymbol read(String text, Pattern form) {
        Matcher matcher = form.matcher(text);
        if (!matcher.matches()) {
            throw malformed(text, "is not root, YYMMDD, C or P, and eight digits of strike");
        }
        return new OccSymbol(
                matcher.group(1).stripTrailing(),
                date(text, matcher.group(2)),
                OptionRight.of(matcher.group(3)),
                new BigDecimal(matcher.group(4)).movePointLeft(3));
    }

    private static LocalDate date(String text, String digits) {
        try {
            return LocalDate.of(
                    2000 + Integer.parseInt(digits.substring(0, 2)),
                    Integer.parseInt(digits.substring(2, 4)),
                    Integer.parseInt(digits.substring(4)));
        } catch (DateTimeException e) {
            throw malformed(text, "has no date at " + digits + "; write YYMMDD");
        }
    }

    private static IllegalArgumentException malformed(String text, String why) {
        return new IllegalArgumentException("option symbol '" + text + "' " + why + EXAMPLE);
    }
}
