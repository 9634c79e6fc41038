package com.quanticity.ibkr.stream;

import java.time.Instant;

/** Where a tail starts. */
public sealed interface TailFrom {

    /** With the oldest entry that is still there. */
    TailFrom OLDEST = new Oldest();

    /** With the last entry there is, then everything after it. */
    TailFrom LAST = new Last();

    /** With the first entry published from now on. */
    TailFrom NOW = new Now();

    /**
     * With the entry that follows one that was seen, by its id such as {@code 1772202610000-0}: a reader that keeps
     * {@link StreamSubscription#position} goes on where it ended.
     *
     * @throws IllegalArgumentException when it is no id of an entry
     */
    static TailFrom after(String entryId) {
        EntryId.check(entryId);
        return new After(entryId);
    }

    /** With the first entry published at this moment or later, by Redis' clock, to the millisecond. */
    static TailFrom since(Instant at) {
        return new Since(at);
    }

    /** Not needed by name; see {@link #OLDEST}. */
    record Oldest() implements TailFrom {}

    /** Not needed by name; see {@link #LAST}. */
    record Last() implements TailFrom {}

    /** Not needed by name; see {@link #NOW}. */
    record Now() implements TailFrom {}

    /** Not needed by name; see {@link #after}. */
    record After(String entryId) implements TailFrom {}

    /** Not needed by name; see {@link #since}. */
    record Since(Instant at) implements TailFrom {}
}
