package com.quanticity.ibkr.risk.lifecycle;

import com.quanticity.ibkr.service.StartStop;

/** Steps of the start, in their order; the stop runs them backwards. All come after Redis and the database, whose phase is 0. */
public enum Step implements StartStop.Step {
    /** The queues to Redis and the database. */
    DELIVER(1_000),
    /** Trading state and session are announced. */
    ANNOUNCE(2_000),
    /** Operator commands are taken. */
    LISTEN(3_000),
    /** The session connects. */
    CONNECT(4_000);

    private final int phase;

    Step(int phase) {
        this.phase = phase;
    }

    @Override
    public int phase() {
        return phase;
    }
}
