package com.quanticity.ibkr.stream;

import java.util.Comparator;

/** The id of a stream entry: milliseconds and a number within the millisecond. */
record EntryId(long millis, long number) implements Comparable<EntryId> {

    private static final Comparator<EntryId> ORDER =
            Comparator.comparingLong(EntryId::millis).thenComparingLong(EntryId::number);

    static EntryId of(String text) {
        int dash = text.indexOf('-');
        return dash < 0
                ? new EntryId(Long.parseLong(text), 0)
                : new EntryId(Long.parseLong(text, 0, dash, 10), Long.parseLong(text, dash + 1, text.length(), 10));
    }

    @Override
    public int compareTo(EntryId other) {
        return ORDER.compare(this, other);
    }
}
