package com.quanticity.ibkr.quickstart.recording;

import java.util.Locale;

/**
 * How one symbol compares.
 *
 * @param firstRow recorded row that was the initial state
 * @param lastRow last row played when the comparison was made
 * @param recordedRows rows in between, both ends included
 * @param expected visible changes these rows make
 * @param equal stored quotes that are the expected ones, counted from the first to the first difference
 * @param missing expected quotes that are not stored
 * @param duplicates stored quotes that repeat the one before
 * @param difference the first place where stored and expected part, empty when there is none
 */
record SymbolReport(
        String symbol,
        long firstRow,
        long lastRow,
        long recordedRows,
        long expected,
        long equal,
        long missing,
        long duplicates,
        String difference) {

    private static final String FORMAT = "%-8s %10s %10s %10s %10s %10s %8s %10s  %s";

    static String header() {
        return String.format(
                Locale.ROOT,
                FORMAT,
                "SYMBOL",
                "FIRST ROW",
                "LAST ROW",
                "ROWS",
                "EXPECTED",
                "EQUAL",
                "MISSING",
                "DUPLICATES",
                "FIRST DIFFERENCE");
    }

    boolean isEqual() {
        return expected == equal && missing == 0 && duplicates == 0 && difference.isEmpty();
    }

    @Override
    public String toString() {
        return String.format(
                        Locale.ROOT,
                        FORMAT,
                        symbol,
                        firstRow,
                        lastRow,
                        recordedRows,
                        expected,
                        equal,
                        missing,
                        duplicates,
                        difference)
                .stripTrailing();
    }
}
