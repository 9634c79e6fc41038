package com.quanticity.ibkr.gateway.internal.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one frame after the other, straight from the bytes. Sentinels end here: the literal maxima of the wire come
 * out as null. Every method reads one field and throws {@link MalformedFieldException} when it is missing or unreadable. Belongs to
 * one thread.
 *
 * <p>Sentinels: int 2147483647, long 9223372036854775807, double 1.7976931348623157E308; a decimal size is unset when it is empty or
 * any of these or the smallest long. Source: wire specification, section 4.
 */
final class FieldReader {

    private static final int MAX_NUMBER_LENGTH = 400;
    private static final BigDecimal MAX_DOUBLE = new BigDecimal("1.7976931348623157E308");
    private static final BigDecimal MAX_LONG = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final BigDecimal MIN_LONG = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal MAX_INT = BigDecimal.valueOf(Integer.MAX_VALUE);

    private byte[] bytes = new byte[0];
    private int next;
    private int end;
    private int fieldStart;
    private int fieldEnd;

    void reset(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.next = start;
        this.end = end;
    }

    void skip(String field) {
        advance(field);
    }

    int integer(String field) {
        advance(field);
        return parseInteger(field);
    }

    long longInteger(String field) {
        advance(field);
        return parseLong(field);
    }

    /** Null when empty or the literal maximum. */
    @Nullable Integer integerOrNull(String field) {
        advance(field);
        if (fieldStart == fieldEnd) {
            return null;
        }
        int value = parseInteger(field);
        return value == Integer.MAX_VALUE ? null : value;
    }

    /** Null when empty, zero or the literal maximum: for codes whose zero means none. */
    @Nullable Integer integerOrNullIfZero(String field) {
        Integer value = integerOrNull(field);
        return value == null || value == 0 ? null : value;
    }

    /** Null when empty, zero or the literal maximum: for numbers that the broker assigns later. */
    @Nullable Long longOrNull(String field) {
        long value = longInteger(field);
        return value == 0 || value == Long.MAX_VALUE ? null : value;
    }

    /** Any non-zero integer is true. */
    boolean bool(String field) {
        return integer(field) != 0;
    }

    @Nullable Boolean boolOrNull(String field) {
        Integer value = integerOrNull(field);
        return value == null ? null : value != 0;
    }

    /** A double that must be there; empty is zero, a sentinel or a word is an error. */
    BigDecimal number(String field) {
        advance(field);
        if (fieldStart == fieldEnd) {
            return BigDecimal.ZERO;
        }
        BigDecimal value = parseDecimal(field);
        if (value == null || value.compareTo(MAX_DOUBLE) == 0) {
            throw malformed(field, "no number where one must be");
        }
        return value;
    }

    /** Null when empty, the literal maximum, NaN or infinite. */
    @Nullable BigDecimal numberOrNull(String field) {
        advance(field);
        return fieldStart == fieldEnd ? null : withoutMaximum(parseDecimal(field));
    }

    /** As {@link #numberOrNull} for members that are texts by layout: words are null too. */
    @Nullable BigDecimal numberInTextOrNull(String field) {
        advance(field);
        try {
            return fieldStart == fieldEnd ? null : withoutMaximum(parseDecimal(field));
        } catch (MalformedFieldException e) {
            return null;
        }
    }

    /** As {@link #numberOrNull}, and zero is null too: for members whose zero means none. */
    @Nullable BigDecimal numberOrNullIfZero(String field) {
        BigDecimal value = numberOrNull(field);
        return value == null || value.signum() == 0 ? null : value;
    }

    /** True when the field just read said {@code Infinity}. */
    boolean wasInfinity() {
        return isInfinity(fieldText());
    }

    /** A size that must be there. */
    BigDecimal size(String field) {
        BigDecimal value = sizeOrNull(field);
        if (value == null) {
            throw malformed(field, "unset where a size must be");
        }
        return value;
    }

    @Nullable BigDecimal sizeOrNull(String field) {
        advance(field);
        BigDecimal value = fieldStart == fieldEnd ? null : parseDecimal(field);
        return value == null || isUnsetSize(value) ? null : value;
    }

    /** Reads a price into the given number without allocating in the usual case. */
    void scaledPrice(String field, ScaledNumber into) {
        advance(field);
        if (!into.parse(bytes, fieldStart, fieldEnd)) {
            into.setSlowly(withoutMaximum(fieldStart == fieldEnd ? null : parseDecimal(field)), field);
        }
    }

    /** Reads a size into the given number without allocating in the usual case. */
    void scaledSize(String field, ScaledNumber into) {
        advance(field);
        if (into.parse(bytes, fieldStart, fieldEnd)) {
            if (into.scale == 0 && into.unscaled == Integer.MAX_VALUE) {
                into.clear();
            }
            return;
        }
        BigDecimal value = fieldStart == fieldEnd ? null : parseDecimal(field);
        into.setSlowly(value == null || isUnsetSize(value) ? null : value, field);
    }

    String text(String field) {
        advance(field);
        return fieldText();
    }

    /** Text in which every {@code \}{@code uXXXX} escape is replaced; malformed escapes stay. */
    String escapedText(String field) {
        return Escapes.unescape(text(field));
    }

    /** Text whose given spelling of "none" becomes empty. */
    String textWithout(String field, String none) {
        String text = text(field);
        return text.equals(none) ? "" : text;
    }

    /** An option's right; gateways write {@code ?} or {@code 0} for everything that is no option. */
    String right(String field) {
        String text = text(field);
        return text.equals("?") || text.equals("0") ? "" : text;
    }

    /** Epoch milliseconds; null when empty or zero. */
    @Nullable Instant millisOrNull(String field) {
        long millis = longInteger(field);
        return millis == 0 ? null : Instant.ofEpochMilli(millis);
    }

    /** A count of elements; negative or more than the rest of the frame could hold is an error. */
    int count(String field) {
        int count = integer(field);
        if (count < 0 || count > end - next) {
            throw malformed(field, "impossible count " + count);
        }
        return count;
    }

    private void advance(String field) {
        final byte[] source = bytes;
        final int limit = end;
        int position = next;
        fieldStart = position;
        while (position < limit && source[position] != 0) {
            position++;
        }
        if (position == limit) {
            throw malformed(field, "missing");
        }
        fieldEnd = position;
        next = position + 1;
    }

    private int parseInteger(String field) {
        long value = parseLong(field);
        if (value != (int) value) {
            throw malformed(field, "beyond 32 bit");
        }
        return (int) value;
    }

    private long parseLong(String field) {
        int position = fieldStart;
        if (position == fieldEnd) {
            return 0;
        }
        boolean negative = bytes[position] == '-';
        if (negative && ++position == fieldEnd) {
            throw malformed(field, "no digits");
        }
        // Counted downwards: the negative range is the larger one.
        long value = 0;
        for (; position < fieldEnd; position++) {
            int digit = bytes[position] - '0';
            if (digit < 0 || digit > 9) {
                throw malformed(field, "not an integer");
            }
            if (value < (Long.MIN_VALUE + digit) / 10) {
                throw malformed(field, "beyond 64 bit");
            }
            value = value * 10 - digit;
        }
        if (!negative && value == Long.MIN_VALUE) {
            throw malformed(field, "beyond 64 bit");
        }
        return negative ? value : -value;
    }

    private @Nullable BigDecimal parseDecimal(String field) {
        String text = fieldText();
        if (isInfinity(text) || text.equals("NaN")) {
            return null;
        }
        if (text.length() > MAX_NUMBER_LENGTH) {
            throw malformed(field, "number of " + text.length() + " characters");
        }
        try {
            BigDecimal value = new BigDecimal(text);
            if (Math.abs((long) value.scale()) > MAX_NUMBER_LENGTH) {
                throw malformed(field, "exponent out of range");
            }
            return value;
        } catch (NumberFormatException e) {
            throw malformed(field, "not a number");
        }
    }

    private String fieldText() {
        for (int i = fieldStart; i < fieldEnd; i++) {
            if (bytes[i] < 0) {
                return nonAsciiText();
            }
        }
        return new String(bytes, fieldStart, fieldEnd - fieldStart, ISO_8859_1);
    }

    private String nonAsciiText() {
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(bytes, fieldStart, fieldEnd - fieldStart))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, fieldStart, fieldEnd - fieldStart, ISO_8859_1);
        }
    }

    private static @Nullable BigDecimal withoutMaximum(@Nullable BigDecimal value) {
        return value == null || value.compareTo(MAX_DOUBLE) == 0 ? null : value;
    }

    private static boolean isUnsetSize(BigDecimal value) {
        return value.compareTo(MAX_INT) == 0
                || value.compareTo(MAX_LONG) == 0
                || value.compareTo(MIN_LONG) == 0
                || value.compareTo(MAX_DOUBLE) == 0;
    }

    private static boolean isInfinity(String text) {
        return text.equals("Infinity") || text.equals("-Infinity");
    }

    private static MalformedFieldException malformed(String field, String problem) {
        return new MalformedFieldException(field, problem);
    }
}
