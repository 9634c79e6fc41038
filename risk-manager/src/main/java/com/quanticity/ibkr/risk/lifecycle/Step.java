package com.quanticity.ibkr.risk.lifecycle;

/** Steps of the start, in their order; the stop runs them backwards. All come after Redis and the database, whose phase is 0. */
public enum Step {
    /** The queues to Redis and the database. */
    DELIVER,
    /** Trading state and session are announced. */
    ANNOUNCE,
    /** Operator commands are taken. */
    LISTEN,
    /** The session connects. */
    CONNECT;

    int phase() {
        return 1_000 * (ordinal() + 1);
    }
}
