package com.quanticity.ibkr.benchmarks.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** What the files of a recorded day hold of a symbol: trades with second, price and size; quotes by their visible changes. */
final class RecordedFiles {

    private static final long NANOS = 1_000_000_000L;

    private final Path folder;
    private final String day;

    /** @param day such as {@code 20131007} */
    RecordedFiles(Path folder, String day) {
        this.folder = folder;
        this.day = day;
    }

    Tally trades(String symbol) throws IOException {
        Tally tally = new Tally();
        each(
                folder.resolve("trades").resolve(symbol + "-" + day + ".csv.gz"),
                fields -> tally.add(
                        Long.toString(Long.parseLong(fields[0]) / NANOS), plain(fields[1]), plain(fields[2])));
        return tally;
    }

    /** Rows whose price or size differs from the row before; a missing side is 0. */
    Tally quoteChanges(String symbol) throws IOException {
        Tally tally = new Tally();
        Path file = folder.resolve("quotes").resolve(symbol + "-" + day + ".csv.gz");
        if (!Files.exists(file)) {
            file = folder.resolve("quotes").resolve(symbol + "-" + day + "-1s.csv.gz");
        }
        String[] before = {""};
        each(file, fields -> {
            String now = plain(fields[1]) + "|" + plain(fields[2]) + "|" + plain(fields[4]) + "|" + plain(fields[5]);
            if (!now.equals(before[0])) {
                before[0] = now;
                tally.add(Long.toString(Long.parseLong(fields[0]) / NANOS), now);
            }
        });
        return tally;
    }

    /** A number without zeros at its end; absent is 0. */
    static String plain(String number) {
        return number.isEmpty()
                ? "0"
                : new BigDecimal(number).stripTrailingZeros().toPlainString();
    }

    private static void each(Path file, Consumer<String[]> row) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.readLine();
            lines.lines().forEach(line -> row.accept(line.split(",", -1)));
        }
    }
}
