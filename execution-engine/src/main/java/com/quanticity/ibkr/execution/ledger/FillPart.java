package com.quanticity.ibkr.execution.ledger;

/** What an execution counts for. */
public enum FillPart {
    /** Fills its order and moves the position in its contract. */
    WHOLE,
    /** Of a combination itself: fills the order, moves no position. */
    COMBINATION,
    /** Of one leg of a combination: moves the position in the leg, does not fill the order. */
    LEG;

    boolean movesPosition() {
        return this != COMBINATION;
    }
}
