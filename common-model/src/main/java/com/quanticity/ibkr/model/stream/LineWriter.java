package com.quanticity.ibkr.model.stream;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Writes the lines of a batch: fields separated by {@code |}, absent = empty. In text {@code \}, {@code |}, line feed and carriage return
 * are written {@code \\}, {@code \p}, {@code \n}, {@code \r}. Not thread-safe.
 */
final class LineWriter {

    static final char SEPARATOR = '|';
    private static final long NANOS = 1_000_000_000L;

    private final StringBuilder text;

    LineWriter(int expectedLength) {
        text = new StringBuilder(expectedLength);
    }

    LineWriter text(String value) {
        int length = value.length();
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c == '\\' || c == SEPARATOR || c == '\n' || c == '\r') {
                escaped(c);
            } else {
                text.append(c);
            }
        }
        return separator();
    }

    LineWriter decimal(@Nullable BigDecimal value) {
        if (value != null) {
            text.append(value.toPlainString());
        }
        return separator();
    }

    LineWriter number(long value) {
        text.append(value);
        return separator();
    }

    LineWriter letter(char value) {
        text.append(value);
        return separator();
    }

    LineWriter absent() {
        return separator();
    }

    /** 1 or empty. */
    LineWriter flag(boolean value) {
        if (value) {
            text.append('1');
        }
        return separator();
    }

    LineWriter nanos(Instant at) {
        return number(Math.addExact(Math.multiplyExact(at.getEpochSecond(), NANOS), at.getNano()));
    }

    void end() {
        text.setCharAt(text.length() - 1, '\n');
    }

    private LineWriter separator() {
        text.append(SEPARATOR);
        return this;
    }

    private void escaped(char c) {
        text.append('\\')
                .append(
                        switch (c) {
                            case SEPARATOR -> 'p';
                            case '\n' -> 'n';
                            case '\r' -> 'r';
                            default -> c;
                        });
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
