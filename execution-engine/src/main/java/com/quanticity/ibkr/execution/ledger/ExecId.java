package com.quanticity.ibkr.execution.ledger;

import java.util.regex.Pattern;

/**
 * The broker's execution id taken apart: a correction has the same family and a higher revision.
 *
 * <p>Source: IBKR TWS API, "Execution": corrections carry an id that differs only in the digits after the last dot. An id whose last
 * part is no number, or that has one part only, is a family of its own.
 *
 * @param text the whole id
 * @param family all but the last part
 * @param revision the last part
 */
record ExecId(String text, String family, long revision) {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

    static ExecId of(String text) {
        int dot = text.lastIndexOf('.');
        String last = text.substring(dot + 1);
        if (dot < 1 || !DIGITS.matcher(last).matches()) {
            return new ExecId(text, text, 0);
        }
        return new ExecId(text, text.substring(0, dot), Long.parseLong(last));
    }
}
