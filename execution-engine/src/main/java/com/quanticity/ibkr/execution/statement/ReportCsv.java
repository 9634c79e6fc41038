package com.quanticity.ibkr.execution.statement;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The report as CSV (RFC 4180), with a line of names. */
final class ReportCsv {

    private static final String NAMES =
            "section,account,contract_id,symbol,reference,internal,api,statement,verdict\r\n";

    private ReportCsv() {}

    static String of(List<ThreeWayRow> rows) {
        return rows.stream().map(ReportCsv::line).collect(Collectors.joining("", NAMES, ""));
    }

    private static String line(ThreeWayRow row) {
        return Stream.of(
                                row.section().name(),
                                row.account(),
                                row.contractId() == null ? "" : row.contractId().toString(),
                                row.symbol(),
                                row.reference(),
                                row.internal(),
                                row.api(),
                                row.statement(),
                                row.verdict().name())
                        .map(ReportCsv::field)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    /** A text that a spreadsheet would take for a formula is marked as text; numbers stay numbers. */
    private static String field(String text) {
        boolean formula =
                !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !text.matches("-?[0-9]+(\\.[0-9]+)?");
        String safe = formula ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(letter -> letter == ',' || letter == '"' || letter == '\n');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
