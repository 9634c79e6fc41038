package com.quanticity.ibkr.simulator.margin;

import com.quanticity.ibkr.simulator.peer.SharedFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads a table of published values; the test is skipped when the shared facts are not there. */
final class Examples {

    private static final Pattern CELL = Pattern.compile("\"([^\"]*)\"(?:,|$)|([^,]*)(?:,|$)");

    private Examples() {}

    /** The rows after the header. */
    static List<List<String>> rows(String file) {
        try {
            return Files.readAllLines(SharedFiles.require("risk-reference/" + file)).stream()
                    .skip(1)
                    .map(Examples::cells)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        for (MatchResult cell : CELL.matcher(line).results().toList()) {
            cells.add(cell.group(1) == null ? cell.group(2) : cell.group(1));
        }
        return cells;
    }
}
