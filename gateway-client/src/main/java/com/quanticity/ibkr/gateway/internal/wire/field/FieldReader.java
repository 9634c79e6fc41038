package com.quanticity.ibkr.gateway.internal.wire.field;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one frame after the other, straight from the bytes. Sentinels end here: the literal maxima of the wire come
 * out as null. Every method reads one field and throws {@link MalformedFieldException} when it is missing or unreadable. Belongs to
 * one thread.
 *
 * <p>Usual numbers are read in the same pass that looks for their end, without a text or an object in between; everything unusual
 * (signs of integers, exponents, words, more digits than fit) goes the slow way, which decides what is malformed.
 *
 * <p>Sentinels: int 2147483647, long 9223372036854775807, double 1.7976931348623157E308; a decimal size is unset when it is empty or
 * any of these or the smallest long. Source: wire specification, section 4.
 */
public final class FieldReader {

    private static final int MAX_NUMBER_LENGTH = 400;
    private static final int SAFE_LONG_DIGITS = 18;

    private final ScaledNumber scratch = new ScaledNumber();
    private final TextCache codes = new TextCache();
    private byte[] bytes = new byte[0];
    private int next;
    private int end;
    private int fieldStart;
    private int fieldEnd;

    public void reset(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.next = start;
        this.end = end;
    }

    public boolean hasMore() {
        return next < end;
    }

    public void skip(String field) {
        advance(field);
    }

    public int integer(String field) {
        return WholeNumbers.narrow(longInteger(field), field);
    }

    public long longInteger(String field) {
        final byte[] source = bytes;
        final int limit = end;
        final int start = next;
        int position = start;
        long value = 0;
        while (position < limit) {
            int digit = source[position] - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            value = value * 10 + digit;
            position++;
        }
        if (position < limit && source[position] == 0 && position - start <= SAFE_LONG_DIGITS) {
            next = position + 1;
            return value;
        }
        advance(field);
        return WholeNumbers.parse(bytes, fieldStart, fieldEnd, field);
    }

    /** Null when empty or the literal maximum. */
    public @Nullable Integer integerOrNull(String field) {
        advance(field);
        if (fieldStart == fieldEnd) {
            return null;
        }
        int value = WholeNumbers.narrow(WholeNumbers.parse(bytes, fieldStart, fieldEnd, field), field);
        return value == Integer.MAX_VALUE ? null : value;
    }

    /** Null when empty, zero or the literal maximum: for codes whose zero means none. */
    public @Nullable Integer integerOrNullIfZero(String field) {
        Integer value = integerOrNull(field);
        return value == null || value == 0 ? null : value;
    }

    /** Null when empty, zero or the literal maximum: for numbers that the broker assigns later. */
    public @Nullable Long longOrNull(String field) {
        long value = longInteger(field);
        return value == 0 || value == Long.MAX_VALUE ? null : value;
    }

    /** Any non-zero integer is true. */
    public boolean bool(String field) {
        return integer(field) != 0;
    }

    public @Nullable Boolean boolOrNull(String field) {
        Integer value = integerOrNull(field);
        return value == null ? null : value != 0;
    }

    /** A double that must be there; empty is zero, a sentinel or a word is an error. */
    public BigDecimal number(String field) {
        if (nextPlain()) {
            return scratch.toBigDecimal();
        }
        advance(field);
        if (fieldStart == fieldEnd) {
            return BigDecimal.ZERO;
        }
        BigDecimal value = decimalOrNull(field);
        if (value == null) {
            throw malformed(field, "no number where one must be");
        }
        return value;
    }

    /** Null when empty, the literal maximum, NaN or infinite. */
    public @Nullable BigDecimal numberOrNull(String field) {
        if (nextPlain()) {
            return scratch.toBigDecimal();
        }
        advance(field);
        return decimalOrNull(field);
    }

    /** As {@link #numberOrNull} for members that are texts by layout: words are null too. */
    public @Nullable BigDecimal numberInTextOrNull(String field) {
        advance(field);
        try {
            return decimalOrNull(field);
        } catch (MalformedFieldException e) {
            return null;
        }
    }

    /** As {@link #numberOrNull}, and zero is null too: for members whose zero means none. */
    public @Nullable BigDecimal numberOrNullIfZero(String field) {
        BigDecimal value = numberOrNull(field);
        return value == null || value.signum() == 0 ? null : value;
    }

    /** As {@link #numberOrNull}, and the given number is null too: for members with a sentinel of their own. */
    public @Nullable BigDecimal numberOrNullIf(String field, BigDecimal none) {
        BigDecimal value = numberOrNull(field);
        return value == null || value.compareTo(none) == 0 ? null : value;
    }

    /** A figure of an option model: {@code NaN} when empty, the literal maximum, a word, or the sentinel of the field. */
    public double approximate(String field, double none) {
        BigDecimal value = numberOrNull(field);
        if (value == null) {
            return Double.NaN;
        }
        double figure = value.doubleValue();
        return figure == none ? Double.NaN : figure;
    }

    /** True when the field that comes next says {@code Infinity}, of either sign. */
    public boolean nextIsInfinity() {
        int position = next;
        if (position < end && bytes[position] == '-') {
            position++;
        }
        return position < end && bytes[position] == 'I';
    }

    /** A size that must be there. */
    public BigDecimal size(String field) {
        BigDecimal value = sizeOrNull(field);
        if (value == null) {
            throw malformed(field, "unset where a size must be");
        }
        return value;
    }

    public @Nullable BigDecimal sizeOrNull(String field) {
        if (nextPlain()) {
            return scratch.isLargestInt() ? null : scratch.toBigDecimal();
        }
        advance(field);
        return Sentinels.withoutUnsetSize(decimalOrNull(field));
    }

    /** Null when unset or −1, the wire's word for "means nothing here". */
    public @Nullable BigDecimal sizeOrNullIfMinusOne(String field) {
        BigDecimal value = sizeOrNull(field);
        return value == null || value.compareTo(BigDecimal.ONE.negate()) == 0 ? null : value;
    }

    /** Reads a price into the given number without allocating in the usual case. */
    public void scaledPrice(String field, ScaledNumber into) {
        int after = into.parse(bytes, next, end);
        if (after >= 0) {
            next = after;
            return;
        }
        advance(field);
        into.setSlowly(decimalOrNull(field), field);
    }

    /** Reads a size into the given number without allocating in the usual case. */
    public void scaledSize(String field, ScaledNumber into) {
        int after = into.parse(bytes, next, end);
        if (after >= 0) {
            next = after;
            if (into.isLargestInt()) {
                into.clear();
            }
            return;
        }
        advance(field);
        into.setSlowly(Sentinels.withoutUnsetSize(decimalOrNull(field)), field);
    }

    public String text(String field) {
        advance(field);
        return fieldText();
    }

    /** A short text out of a small vocabulary, such as an exchange: known ones are not allocated again. */
    public String code(String field) {
        advance(field);
        String known = codes.get(bytes, fieldStart, fieldEnd);
        return known == null ? codes.put(bytes, fieldStart, fieldEnd, fieldText()) : known;
    }

    /** Text in which every {@code \}{@code uXXXX} escape is replaced; malformed escapes stay. */
    public String escapedText(String field) {
        return Escapes.unescape(text(field));
    }

    /** Text whose given spelling of "none" becomes empty. */
    public String textWithout(String field, String none) {
        String text = text(field);
        return text.equals(none) ? "" : text;
    }

    /** An option's right; gateways write {@code ?} or {@code 0} for everything that is no option. */
    public String right(String field) {
        String text = text(field);
        return text.equals("?") || text.equals("0") ? "" : text;
    }

    /** Epoch milliseconds; null when empty or zero. */
    public @Nullable Instant millisOrNull(String field) {
        long millis = longInteger(field);
        return millis == 0 ? null : Instant.ofEpochMilli(millis);
    }

    /** Epoch milliseconds that must be there. */
    public Instant millis(String field) {
        return Instant.ofEpochMilli(longInteger(field));
    }

    /** Epoch seconds that must be there. */
    public Instant seconds(String field) {
        long seconds = longInteger(field);
        try {
            return Instant.ofEpochSecond(seconds);
        } catch (DateTimeException e) {
            throw malformed(field, "no time: " + seconds);
        }
    }

    /** Epoch seconds as a number, within what an {@link Instant} can hold. */
    public long epochSecond(String field) {
        long seconds = longInteger(field);
        if (seconds < Instant.MIN.getEpochSecond() || seconds > Instant.MAX.getEpochSecond()) {
            throw malformed(field, "no time: " + seconds);
        }
        return seconds;
    }

    /**
     * A group: its count, then that many elements. A count that the rest of the frame cannot hold is an error before anything is
     * reserved for it.
     *
     * @param fields fields of one element, at least
     */
    public <T> List<T> group(String field, int fields, Supplier<T> element) {
        int count = integer(field);
        if (count < 0 || (long) count * fields > end - next) {
            throw malformed(field, "impossible count " + count);
        }
        if (count == 0) {
            return List.of();
        }
        List<T> elements = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            elements.add(element.get());
        }
        return elements;
    }

    private boolean nextPlain() {
        int after = scratch.parse(bytes, next, end);
        if (after < 0) {
            return false;
        }
        next = after;
        return true;
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

    private @Nullable BigDecimal decimalOrNull(String field) {
        if (fieldStart == fieldEnd || Sentinels.spellsMaximum(bytes, fieldStart, fieldEnd)) {
            return null;
        }
        return Sentinels.withoutMaximum(parseDecimal(field));
    }

    /** Null when it is a word that stands for no number. */
    private @Nullable BigDecimal parseDecimal(String field) {
        if (fieldEnd - fieldStart > MAX_NUMBER_LENGTH) {
            throw malformed(field, "number of " + (fieldEnd - fieldStart) + " characters");
        }
        String text = fieldText();
        if (text.equals("Infinity") || text.equals("-Infinity") || text.equals("NaN")) {
            return null;
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
        if (fieldStart == fieldEnd) {
            return "";
        }
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

    private static MalformedFieldException malformed(String field, String problem) {
        return new MalformedFieldException(field, problem);
    }
}
