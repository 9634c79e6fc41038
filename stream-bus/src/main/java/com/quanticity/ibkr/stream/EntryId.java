package com.quanticity.ibkr.stream;

import java.time.Instant;
import java.util.Comparator;
import java.util.regex.Pattern;

/** The id of a stream entry: milliseconds and a number within the millisecond. */
record EntryId(long millis, long number) implements Comparable<EntryId> {

    private static final Pattern FORM = Pattern.compile("\\d{1,18}(-\\d{1,18})?");
    private static final Comparator<EntryId> ORDER =
            Comparator.comparingLong(EntryId::millis).thenComparingLong(EntryId::number);

    static EntryId of(String text) {
        int dash = text.indexOf('-');
        return dash < 0
                ? new EntryId(Long.parseLong(text), 0)
                : new EntryId(Long.parseLong(text, 0, dash, 10), Long.parseLong(text, dash + 1, text.length(), 10));
    }

    /** @throws IllegalArgumentException one line: what is wrong and how to write it */
    static void check(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no id of a stream entry; write milliseconds or MILLISECONDS-NUMBER");
        }
    }

    /** The greatest id that an entry before this moment can have. */
    static String before(Instant at) {
        return Math.max(0, at.toEpochMilli() - 1) + "-" + Long.MAX_VALUE;
    }

    @Override
    public int compareTo(EntryId other) {
        return ORDER.compare(this, other);
    }
}
