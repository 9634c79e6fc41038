package com.quanticity.ibkr.adapter.depth.book;

/** What a message did to a book. */
public enum Applied {
    CHANGED,
    /** An update of the row after the last one: it is a new row. */
    INSERTED,
    /** A new row; the last one fell off. */
    PUSHED,
    /** It was about a row that is not kept, which is normal below the last row. */
    IGNORED,
    /** It does not fit: the book is broken now. */
    BROKE,
    /** The book was broken before. */
    DROPPED;

    boolean isChange() {
        return this == CHANGED || this == INSERTED || this == PUSHED;
    }
}
