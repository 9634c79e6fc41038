package com.quanticity.ibkr.simulator.past;

/** How fine a source cuts time; bars of all sizes are joined from these. */
public enum Step {
    SECOND(1),
    MINUTE(60),
    /** One trading session. */
    DAY(86_400);

    private final int seconds;

    Step(int seconds) {
        this.seconds = seconds;
    }

    public int seconds() {
        return seconds;
    }
}
