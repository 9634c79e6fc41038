package com.quanticity.ibkr.adapter.gate.exposure;

/** Sums before and after an order. */
public record Change(Sums before, Sums after) {

    Change(Sums unchanged) {
        this(unchanged, unchanged);
    }

    Change plus(Change other) {
        return new Change(before.plus(other.before), after.plus(other.after));
    }
}
