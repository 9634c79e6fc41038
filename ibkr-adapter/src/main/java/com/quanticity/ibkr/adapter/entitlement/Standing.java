package com.quanticity.ibkr.adapter.entitlement;

/** What the broker said about one kind of data. */
enum Standing {
    /** Nobody asked yet. */
    NOT_ASKED,
    /** Asked, no answer yet. */
    ASKED,
    /** Served as asked. */
    ENTITLED,
    /** Served without some of it, such as greeks or some exchanges (10090, 10091, 2152). */
    PARTLY,
    /** 15 to 20 minutes old (10167, 10089). */
    DELAYED_ONLY,
    /** Entitled as far as known, but every line or slot is taken (101, 309, 10190). */
    NO_ROOM,
    /** Another live session of the same user has it (10197). */
    COMPETING,
    /** Not subscribed, or not offered (354, 10092, 10168, 10186, ...). */
    REFUSED;

    /** True when data comes that is worth trading on. */
    boolean isServed() {
        return this == ENTITLED || this == PARTLY;
    }

    /** True when the login lacks the right, as against room or a competing session. */
    boolean isMissing() {
        return this == DELAYED_ONLY || this == REFUSED;
    }
}
