package com.quanticity.ibkr.adapter.historical.job;

/** Where a download stands. */
public enum JobState {
    /** Nothing has been asked for yet. */
    QUEUED,
    RUNNING,
    /** Held by a person. */
    PAUSED,
    /** Everything came. */
    DONE,
    /** Everything was asked for, and for some intervals the broker has nothing. */
    PARTLY,
    /** The broker refuses it; what came before stays. */
    FAILED,
    CANCELLED;

    /** Nothing more will happen. */
    public boolean isFinal() {
        return switch (this) {
            case QUEUED, RUNNING, PAUSED -> false;
            case DONE, PARTLY, FAILED, CANCELLED -> true;
        };
    }
}
