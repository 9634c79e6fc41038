package com.quanticity.ibkr.adapter.uw;

/** Whether an outside price could be compared, and why not. What cannot be compared has no deviation, which is not a deviation of zero. */
enum Verdict {
    COMPARED,
    /** Nothing is known of the symbol's level 1. */
    NO_QUOTE,
    /** Level 1 has neither two sides nor a last trade. */
    NO_PRICE,
    /** Level 1 was too old at the stamp. */
    STALE,
    /** Level 1 was not live at the stamp. */
    DELAYED,
    /** The stamp is ahead of our clock: theirs is fast or ours slow. */
    AHEAD,
    /** The stamp lies before what is kept of level 1. */
    TOO_OLD
}
