package com.quanticity.ibkr.stream;

/** Where a tail starts. */
public enum TailFrom {
    /** With the oldest entry that is still there. */
    OLDEST,
    /** With the last entry there is, then everything after it. */
    LAST,
    /** With the first entry published from now on. */
    NOW
}
