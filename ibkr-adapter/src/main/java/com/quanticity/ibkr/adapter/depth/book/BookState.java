package com.quanticity.ibkr.adapter.depth.book;

/** Whether a book may be believed. Only {@link #VALID} may route or price anything. */
public enum BookState {
    /** Nothing is subscribed, or the subscription is over: there are no rows. */
    NONE,
    /** The first picture is not complete, or one side has no row. */
    FORMING,
    VALID,
    /** Best bid above best ask for longer than markets are crossed. */
    CROSSED,
    /** A message did not fit the book, or messages may be missing: a new subscription must replace it. */
    BROKEN;

    public boolean isValid() {
        return this == VALID;
    }
}
