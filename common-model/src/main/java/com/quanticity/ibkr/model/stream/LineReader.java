package com.quanticity.ibkr.model.stream;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads what {@link LineWriter} wrote, field by field, without cutting lines into pieces first. Not thread-safe. */
final class LineReader {

    private static final long NANOS = 1_000_000_000L;
    private static final int DIGITS_OF_A_LONG = 18;

    private final String text;
    private int line;
    private int from;
    private int to;
    private int lineEnd;

    LineReader(String text) {
        this.text = text;
    }

    /** Goes to the next line that is not empty; false after the last one. */
    boolean nextLine() {
        line = lineEnd;
        while (line < text.length() && text.charAt(line) == '\n') {
            line++;
        }
        if (line >= text.length()) {
            return false;
        }
        lineEnd = text.indexOf('\n', line);
        if (lineEnd < 0) {
            lineEnd = text.length();
        }
        to = line - 1;
        return true;
    }

    /** Number of fields of this line. */
    int fields() {
        int count = 1;
        for (int i = line; i < lineEnd; i++) {
            if (text.charAt(i) == LineWriter.SEPARATOR) {
                count++;
            }
        }
        return count;
    }

    /** The line, for messages. */
    String line() {
        return text.substring(line, lineEnd);
    }

    String text() {
        next();
        return text.indexOf('\\', from, to) < 0 ? text.substring(from, to) : unescaped();
    }

    @Nullable BigDecimal decimalOrNull() {
        next();
        return from == to ? null : parsed();
    }

    BigDecimal decimal() {
        next();
        if (from == to) {
            throw new MalformedMessageException("a number is missing: " + line());
        }
        return parsed();
    }

    long number() {
        next();
        return Long.parseLong(text, from, to, 10);
    }

    int integer() {
        return Math.toIntExact(number());
    }

    /** The only character of the field, or a blank when it is empty. */
    char letter() {
        next();
        if (to - from > 1) {
            throw new MalformedMessageException("'" + text.substring(from, to) + "' is no letter: " + line());
        }
        return from == to ? ' ' : text.charAt(from);
    }

    boolean flag() {
        return letter() == '1';
    }

    Instant nanos() {
        long nanos = number();
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
    }

    private void next() {
        from = to + 1;
        if (from > lineEnd) {
            throw new MalformedMessageException("found " + fields() + " fields, more expected: " + line());
        }
        to = text.indexOf(LineWriter.SEPARATOR, from);
        if (to < 0 || to > lineEnd) {
            to = lineEnd;
        }
    }

    /** Digits with one point and a sign. An exponent is refused: a few letters could stand for a gigabyte of digits. */
    private BigDecimal parsed() {
        boolean negative = text.charAt(from) == '-';
        long unscaled = 0;
        int digits = 0;
        int point = -1;
        for (int i = negative ? from + 1 : from; i < to; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                unscaled = unscaled * 10 + (c - '0');
                digits++;
            } else if (c == '.' && point < 0) {
                point = i;
            } else {
                throw new MalformedMessageException("'" + text.substring(from, to) + "' is no number: " + line());
            }
        }
        if (digits == 0 || digits > DIGITS_OF_A_LONG) {
            return new BigDecimal(text.substring(from, to));
        }
        return BigDecimal.valueOf(negative ? -unscaled : unscaled, point < 0 ? 0 : to - point - 1);
    }

    private String unescaped() {
        StringBuilder plain = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                plain.append(c);
            } else if (++i < to) {
                plain.append(meaning(text.charAt(i)));
            } else {
                throw new MalformedMessageException("an escape is cut off: " + line());
            }
        }
        return plain.toString();
    }

    private char meaning(char escaped) {
        return switch (escaped) {
            case 'p' -> LineWriter.SEPARATOR;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case '\\' -> '\\';
            default -> throw new MalformedMessageException("unknown escape \\" + escaped + ": " + line());
        };
    }
}
