package com.quanticity.ibkr.service.start;

import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Prints any analysed failure of the start, ours or the framework's, in one line. */
final class StartFailureReporter implements FailureAnalysisReporter {

    private static final Logger LOG = LoggerFactory.getLogger(StartFailureReporter.class);

    @Override
    public void report(FailureAnalysis analysis) {
        LOG.error("{}", line(analysis));
    }

    static String line(FailureAnalysis analysis) {
        String action = analysis.getAction();
        return "cannot start: " + oneLine(analysis.getDescription()) + "."
                + (action == null || action.isBlank() ? "" : " Do: " + oneLine(action) + ".");
    }

    private static String oneLine(String text) {
        String line = text.lines()
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "))
                .replace(":; ", ": ");
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
