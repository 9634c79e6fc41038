package com.quanticity.ibkr.adapter.depth.book;

/** What a message did to a book. */
public enum Applied {
    CHANGED,
    /** It was about a row that is not kept, which is normal below the last row. */
    IGNORED,
    /** It does not fit: the book is broken now. */
    BROKE,
    /** The book was broken before. */
    DROPPED
}
