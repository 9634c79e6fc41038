package com.quanticity.ibkr.gateway.internal.wire.field;

/**
 * Whole numbers the slow way: signs, empty fields, and everything near or beyond the limits, which decides what is malformed. Works on
 * the bytes of one field, allocates nothing.
 */
final class WholeNumbers {

    private WholeNumbers() {}

    /** Zero when empty. */
    static long parse(byte[] bytes, int from, int to, String field) {
        int position = from;
        if (position == to) {
            return 0;
        }
        boolean negative = bytes[position] == '-';
        if (negative && ++position == to) {
            throw new MalformedFieldException(field, "no digits");
        }
        // Counted downwards: the negative range is the larger one.
        long value = 0;
        for (; position < to; position++) {
            int digit = bytes[position] - '0';
            if (digit < 0 || digit > 9) {
                throw new MalformedFieldException(field, "not an integer");
            }
            if (value < (Long.MIN_VALUE + digit) / 10) {
                throw new MalformedFieldException(field, "beyond 64 bit");
            }
            value = value * 10 - digit;
        }
        if (!negative && value == Long.MIN_VALUE) {
            throw new MalformedFieldException(field, "beyond 64 bit");
        }
        return negative ? value : -value;
    }

    static int narrow(long value, String field) {
        if (value != (int) value) {
            throw new MalformedFieldException(field, "beyond 32 bit");
        }
        return (int) value;
    }
}
