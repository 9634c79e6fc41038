package com.quanticity.ibkr.simulator.margin;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Money that must be covered by equity.
 *
 * @param initial to take a position
 * @param maintenance to keep it
 */
public record Requirement(BigDecimal initial, BigDecimal maintenance) {

    public static final Requirement NONE = new Requirement(BigDecimal.ZERO, BigDecimal.ZERO);

    /** The same for taking and keeping. */
    public static Requirement of(BigDecimal both) {
        return new Requirement(both, both);
    }

    public Requirement plus(Requirement other) {
        return new Requirement(initial.add(other.initial), maintenance.add(other.maintenance));
    }

    /** The same in another currency. */
    public Requirement times(BigDecimal rate) {
        return new Requirement(initial.multiply(rate), maintenance.multiply(rate));
    }

    Requirement rounded() {
        return new Requirement(
                initial.setScale(2, RoundingMode.HALF_EVEN), maintenance.setScale(2, RoundingMode.HALF_EVEN));
    }
}
