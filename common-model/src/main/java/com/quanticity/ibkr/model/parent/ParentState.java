package com.quanticity.ibkr.model.parent;

/** Where a parent stands, read off its children and the requests to end it. */
public enum ParentState {
    /** No child was sent yet. */
    STORED,
    /** Trading. */
    WORKING,
    /** Nothing is sent any more; children are not all proven ended. One that is {@code UNKNOWN} keeps it here. */
    CANCELLING,
    /** Ended, everything is filled. */
    FILLED,
    /** Ended by a request, by its window or by a halt; may have been filled in part. */
    CANCELLED;

    /** True when nothing more can happen, late executions and corrections apart. */
    public boolean isTerminal() {
        return switch (this) {
            case FILLED, CANCELLED -> true;
            case STORED, WORKING, CANCELLING -> false;
        };
    }
}
