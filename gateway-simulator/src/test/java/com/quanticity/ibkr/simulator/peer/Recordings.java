package com.quanticity.ibkr.simulator.peer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes small recordings in the layout of the market-data folder. Times are New York times of 2013-10-07. */
public final class Recordings {

    private static final String QUOTES =
            "ts_ns,bid,bid_size,bid_exchange,ask,ask_size,ask_exchange,bid_cond_hex,ask_cond_hex,suspicious";
    private static final String TRADES = "ts_ns,price,size,exchange,conditions_hex,suspicious";
    private static final long MIDNIGHT_NANOS =
            Instant.parse("2013-10-07T04:00:00Z").getEpochSecond() * 1_000_000_000L;

    private Recordings() {}

    /** Rows read {@code HH:mm:ss.SSS,bid,bid_size,...}; the time becomes nanoseconds. */
    public static void quotes(Path folder, String symbol, List<String> rows) throws IOException {
        write(folder.resolve("quotes").resolve(symbol + "-20131007.csv.gz"), QUOTES, rows, ",1,1,0");
    }

    public static void trades(Path folder, String symbol, List<String> rows) throws IOException {
        write(folder.resolve("trades").resolve(symbol + "-20131007.csv.gz"), TRADES, rows, ",0");
    }

    private static void write(Path file, String header, List<String> rows, String tail) throws IOException {
        Files.createDirectories(file.getParent());
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((header + "\n").getBytes(StandardCharsets.US_ASCII));
            for (String row : rows) {
                int comma = row.indexOf(',');
                long nanos = MIDNIGHT_NANOS
                        + java.time.LocalTime.parse(row.substring(0, comma)).toNanoOfDay();
                out.write((nanos + row.substring(comma) + tail + "\n").getBytes(StandardCharsets.US_ASCII));
            }
        }
    }
}
