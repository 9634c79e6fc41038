package com.quanticity.ibkr.simulator.contract;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;

/** The delivery month of a future. */
public final class FutureMonth {

    private static final String CODES = "FGHJKMNQUVXZ";
    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("yyyyMM");

    private FutureMonth() {}

    /** {@code YYYYMM} of the delivery month of a future, of the expiry of an option; empty for everything else. */
    public static String textOf(ListedContract contract) {
        Derivation terms = contract.derivation();
        if (terms == null) {
            return "";
        }
        YearMonth expiry = YearMonth.from(terms.expiry());
        if (contract.isOption()) {
            return TEXT.format(expiry);
        }
        String name = contract.localSymbol();
        int month = CODES.indexOf(name.charAt(name.length() - 2)) + 1;
        YearMonth delivery = expiry.withMonth(month);
        return TEXT.format(delivery.isBefore(expiry) ? delivery.plusYears(1) : delivery);
    }
}
