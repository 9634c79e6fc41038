package com.quanticity.ibkr.chaos.proof;

/** An invariant that does not hold, with the order, execution or symbol it is about. */
public record Violation(Invariant invariant, String detail) {

    @Override
    public String toString() {
        return invariant + ": " + detail;
    }
}
