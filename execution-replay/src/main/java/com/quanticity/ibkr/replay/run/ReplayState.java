package com.quanticity.ibkr.replay.run;

/** Where a replay stands. All but {@link #RUNNING} are final. */
enum ReplayState {
    RUNNING,
    COMPLETED,
    FAILED,
    CANCELLED,
    /** The service ended while it ran. */
    INTERRUPTED
}
