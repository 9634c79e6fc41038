package com.quanticity.ibkr.simulator.history;

/** How fine a source cuts time; bars of all sizes are joined from these. */
enum Step {
    SECOND(1),
    MINUTE(60),
    /** One trading session. */
    DAY(86_400);

    private final int seconds;

    Step(int seconds) {
        this.seconds = seconds;
    }

    int seconds() {
        return seconds;
    }
}
