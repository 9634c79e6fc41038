package com.quanticity.ibkr.simulator.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * What a bond promises; all made up.
 *
 * @param coupon percent of the nominal a year, half of it twice
 * @param maturity {@code YYYYMMDD}, as {@code issued}
 */
public record BondTerms(
        String cusip,
        BigDecimal coupon,
        String maturity,
        String issued,
        String ratings,
        String type,
        String description) {

    /** The terms of a bundled bond. */
    public static BondTerms of(ListedContract bond) {
        return switch (bond.symbol()) {
            case "IBM" ->
                new BondTerms(
                        "990000AA9",
                        new BigDecimal("4.25"),
                        "20490515",
                        "20190515",
                        "A3/A-",
                        "SENIOR",
                        "IBM 4 1/4 05/15/49");
            default ->
                new BondTerms(
                        "990000AB7", new BigDecimal("4.5"), "20541115", "20241115", "AA+", "GOVT", bond.localSymbol());
        };
    }

    /** The day it is paid back. */
    public LocalDate maturityDay() {
        return LocalDate.parse(maturity, DateTimeFormatter.BASIC_ISO_DATE);
    }
}
