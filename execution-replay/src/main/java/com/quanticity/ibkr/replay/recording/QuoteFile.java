package com.quanticity.ibkr.replay.recording;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The quotes of one symbol and day, read row by row. Columns: {@code ts_ns, bid, bid_size, bid_exchange, ask, ask_size, ask_exchange};
 * others are ignored. An empty field is absent.
 */
final class QuoteFile implements AutoCloseable {

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final long NANOS = 1_000_000_000L;

    private final String symbol;
    private final Path file;
    private final CSVParser parser;
    private final Iterator<CSVRecord> rows;
    private Instant last = Instant.MIN;

    QuoteFile(String symbol, Path file) {
        this.symbol = symbol;
        this.file = file;
        try {
            Reader text = new InputStreamReader(
                    new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file))),
                    StandardCharsets.US_ASCII);
            this.parser = CSVParser.parse(text, FORMAT);
            this.rows = parser.iterator();
        } catch (IOException e) {
            throw new MalformedRecordingException(file.getFileName() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The next row, null at the end. */
    @Nullable RecordedQuote next() {
        try {
            return rows.hasNext() ? quote(rows.next()) : null;
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new MalformedRecordingException(
                    "%s breaks off after row %d: %s"
                            .formatted(file.getFileName(), parser.getRecordNumber(), e.getMessage()),
                    e);
        }
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RecordedQuote quote(CSVRecord row) {
        try {
            long nanos = Long.parseLong(row.get("ts_ns"));
            Instant at = Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
            if (at.isBefore(last)) {
                throw new IllegalArgumentException("time goes back from " + last + " to " + at);
            }
            last = at;
            return new RecordedQuote(
                    symbol,
                    at,
                    decimal(row.get("bid")),
                    decimal(row.get("bid_size")),
                    row.get("bid_exchange"),
                    decimal(row.get("ask")),
                    decimal(row.get("ask_size")),
                    row.get("ask_exchange"));
        } catch (IllegalArgumentException e) {
            throw new MalformedRecordingException(
                    "%s, row %d: %s".formatted(file.getFileName(), row.getRecordNumber(), e.getMessage()), e);
        }
    }

    private static @Nullable BigDecimal decimal(String text) {
        return text.isEmpty() ? null : new BigDecimal(text);
    }
}
