package com.quanticity.ibkr.gateway.request;

/** What to do with an option. */
public enum ExerciseAction {
    EXERCISE(1),
    LAPSE(2);

    private final int wireCode;

    ExerciseAction(int wireCode) {
        this.wireCode = wireCode;
    }

    public int wireCode() {
        return wireCode;
    }
}
