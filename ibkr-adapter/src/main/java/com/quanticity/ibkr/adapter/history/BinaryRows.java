package com.quanticity.ibkr.adapter.history;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rows in PostgreSQL's binary COPY format. Decimals are written exactly, with their scale; times are cut to microseconds. Not thread-safe.
 * Source: PostgreSQL documentation, COPY, "Binary Format"; numeric as its receive function takes it.
 */
public final class BinaryRows {

    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final int NULL = -1;
    private static final int POSITIVE = 0x0000;
    private static final int NEGATIVE = 0x4000;
    private static final int BASE = 10_000;
    private static final int DIGITS_OF_BASE = 4;
    private static final long EPOCH_SECONDS = 946_684_800L; // 2000-01-01, PostgreSQL's zero
    private static final long[] SMALL_POWERS = {1, 10, 100, 1_000};
    private static final int DIGITS_OF_A_PRICE = 15;

    private final int columns;
    private final short[] digits = new short[5];
    private byte[] bytes;
    private int length;
    private int count;

    BinaryRows(int columns, int capacity) {
        this.columns = columns;
        this.bytes = new byte[capacity];
        put(HEADER, HEADER.length);
    }

    /** Begins a row; as many values follow as there are columns. */
    void row() {
        count++;
        int16(columns);
    }

    public BinaryRows text(@Nullable String value) {
        if (value == null) {
            return absent();
        }
        int size = value.length();
        ensure(4 + size);
        int start = length + 4;
        for (int i = 0; i < size; i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                return encoded(value);
            }
            bytes[start + i] = (byte) c;
        }
        int32(size);
        length += size;
        return this;
    }

    public BinaryRows bigint(long value) {
        int32(8);
        return int64(value);
    }

    public BinaryRows integer(int value) {
        int32(4);
        return int32(value);
    }

    public BinaryRows integer(@Nullable Integer value) {
        return value == null ? absent() : integer(value.intValue());
    }

    public BinaryRows bool(boolean value) {
        int32(1);
        ensure(1);
        bytes[length++] = (byte) (value ? 1 : 0);
        return this;
    }

    public BinaryRows time(@Nullable Instant value) {
        if (value == null) {
            return absent();
        }
        int32(8);
        return int64((value.getEpochSecond() - EPOCH_SECONDS) * 1_000_000L + value.getNano() / 1_000);
    }

    public BinaryRows numeric(@Nullable BigDecimal value) {
        if (value == null) {
            return absent();
        }
        BigDecimal plain = value.scale() < 0 ? value.setScale(0) : value;
        int scale = plain.scale();
        return plain.precision() > DIGITS_OF_A_PRICE
                ? numeric(plain.unscaledValue(), scale)
                : numeric(plain.unscaledValue().longValue(), scale);
    }

    /** The value is null. */
    public BinaryRows absent() {
        return int32(NULL);
    }

    int count() {
        return count;
    }

    int length() {
        return length;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Ends the data. */
    void end() {
        int16(-1);
    }

    /** Forgets the bytes, which were sent. */
    void sent() {
        length = 0;
    }

    /** The usual price: at most 15 digits, so 19 with the zeros that fill the last group of four. */
    private BinaryRows numeric(long unscaled, int scale) {
        int fill = (DIGITS_OF_BASE - scale % DIGITS_OF_BASE) % DIGITS_OF_BASE;
        long rest = Math.abs(unscaled) * SMALL_POWERS[fill];
        int groupsAfterPoint = (scale + fill) / DIGITS_OF_BASE;
        int groups = 0;
        int trailing = 0;
        for (; rest > 0; rest /= BASE) {
            short digit = (short) (rest % BASE);
            if (groups == 0 && digit == 0) {
                trailing++;
            } else {
                digits[groups++] = digit;
            }
        }
        int weight = groups == 0 ? 0 : groups + trailing - 1 - groupsAfterPoint;
        numericHead(groups, weight, unscaled < 0, scale);
        for (int i = groups - 1; i >= 0; i--) {
            int16(digits[i]);
        }
        return this;
    }

    private BinaryRows numeric(BigInteger unscaled, int scale) {
        int fill = (DIGITS_OF_BASE - scale % DIGITS_OF_BASE) % DIGITS_OF_BASE;
        BigInteger base = BigInteger.valueOf(BASE);
        BigInteger rest = unscaled.abs().multiply(BigInteger.valueOf(SMALL_POWERS[fill]));
        short[] groupsFromLast = new short[rest.bitLength() / 13 + 1];
        int groups = 0;
        while (rest.signum() > 0) {
            BigInteger[] parts = rest.divideAndRemainder(base);
            groupsFromLast[groups++] = parts[1].shortValue();
            rest = parts[0];
        }
        int weight = groups == 0 ? 0 : groups - 1 - (scale + fill) / DIGITS_OF_BASE;
        numericHead(groups, weight, unscaled.signum() < 0, scale);
        for (int i = groups - 1; i >= 0; i--) {
            int16(groupsFromLast[i]);
        }
        return this;
    }

    private void numericHead(int groups, int weight, boolean negative, int scale) {
        int32(8 + 2 * groups);
        int16(groups);
        int16(weight);
        int16(negative ? NEGATIVE : POSITIVE);
        int16(scale);
    }

    private BinaryRows encoded(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        int32(utf8.length);
        put(utf8, utf8.length);
        return this;
    }

    private void put(byte[] source, int size) {
        ensure(size);
        System.arraycopy(source, 0, bytes, length, size);
        length += size;
    }

    private void int16(int value) {
        ensure(2);
        bytes[length++] = (byte) (value >>> 8);
        bytes[length++] = (byte) value;
    }

    private BinaryRows int32(int value) {
        ensure(4);
        bytes[length++] = (byte) (value >>> 24);
        bytes[length++] = (byte) (value >>> 16);
        bytes[length++] = (byte) (value >>> 8);
        bytes[length++] = (byte) value;
        return this;
    }

    private BinaryRows int64(long value) {
        int32((int) (value >>> 32));
        return int32((int) value);
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
