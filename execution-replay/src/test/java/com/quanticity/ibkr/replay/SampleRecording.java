package com.quanticity.ibkr.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;

/** Writes small recordings: one row each second from 09:30 New York on 2013-10-07. */
public final class SampleRecording {

    public static final Instant OPEN = Instant.parse("2013-10-07T13:30:00Z");
    private static final String HEADER =
            "ts_ns,bid,bid_size,bid_exchange,ask,ask_size,ask_exchange,bid_cond_hex,ask_cond_hex,suspicious\n";

    private SampleRecording() {}

    /** Rows {@code bid = 10.00 + row/100}, without an ask in every tenth row. */
    public static void write(Path folder, String symbol, int rows, String tail) {
        StringBuilder text = new StringBuilder(HEADER);
        for (int row = 0; row < rows; row++) {
            String ask = row % 10 == 9 ? ",,," : ",10.%02d,200,Q".formatted(row % 90 + 5);
            text.append("%d,10.%02d,100,P%s,1,1,0%n"
                    .formatted(OPEN.plusSeconds(row).getEpochSecond() * 1_000_000_000L, row % 90, ask));
        }
        text.append(tail);
        write(folder.resolve("quotes").resolve(symbol + "-20131007.csv.gz"), text.toString());
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
                out.write(text.getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
