package com.quanticity.ibkr.benchmarks.simulator;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/**
 * A recording whose rows are numbered by their bid in cents, so that a client sees for itself whether it missed one. One row makes
 * one frame.
 *
 * @param symbols how many
 * @param perSecond rows a second for each symbol
 * @param length from the opening on
 */
record LoadTape(int symbols, int perSecond, Duration length) {

    /** The bid of row 0 in cents. */
    static final int FIRST_CENTS = 10_000;

    private static final Instant OPENING = Instant.parse("2026-03-02T14:30:00Z");
    private static final String DAY = "20260302";

    List<String> names() {
        return IntStream.range(0, symbols).mapToObj("L%03d"::formatted).toList();
    }

    /** The number of the last row; the first, the state before the opening, is 0. */
    int lastRow() {
        return Math.toIntExact(length.toSeconds() * perSecond);
    }

    void writeInto(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("quotes"));
        for (int i = 0; i < symbols; i++) {
            write(folder.resolve("quotes").resolve(names().get(i) + "-" + DAY + ".csv.gz"), i);
        }
    }

    private void write(Path file, int symbol) throws IOException {
        long gap = 1_000_000_000L / perSecond;
        long first = OPENING.getEpochSecond() * 1_000_000_000L - gap + gap * symbol / symbols;
        try (BufferedWriter out = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.US_ASCII))) {
            out.write(
                    "ts_ns,bid,bid_size,bid_exchange,ask,ask_size,ask_exchange,bid_cond_hex,ask_cond_hex,suspicious\n");
            for (int row = 0; row <= lastRow(); row++) {
                int cents = FIRST_CENTS + row;
                out.write(
                        "%d,%d.%02d,500,P,999.00,700,Q,1,1,0%n".formatted(first + gap * row, cents / 100, cents % 100));
            }
        }
    }
}
