package com.quanticity.ibkr.simulator.account;

import java.math.BigDecimal;

/**
 * Margin as a part of the gross position value.
 *
 * <p>Source: Regulation T initial requirement of 50 %, FINRA maintenance minimum of 25 %; the rest of a real margin
 * system is not modelled.
 */
public record Margin(BigDecimal initial, BigDecimal maintenance) {

    public static Margin regT() {
        return new Margin(new BigDecimal("0.50"), new BigDecimal("0.25"));
    }

    BigDecimal initialOf(BigDecimal grossValue) {
        return grossValue.multiply(initial);
    }

    BigDecimal maintenanceOf(BigDecimal grossValue) {
        return grossValue.multiply(maintenance);
    }
}
