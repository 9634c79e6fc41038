package com.quanticity.ibkr.simulator.recording;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Streams the rows of one gzipped CSV file; memory does not grow with the file. */
final class CsvFile implements AutoCloseable {

    private final Path file;
    private final BufferedReader lines;
    private final int columns;
    private long row;

    /** Opens a file and checks its header. */
    CsvFile(Path file, String header) {
        this.file = file;
        this.columns = header.split(",").length;
        try {
            this.lines = new BufferedReader(new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(file), 64 * 1024), StandardCharsets.US_ASCII));
            String actual = lines.readLine();
            if (!header.equals(actual)) {
                throw new RecordingException(file + " does not start with the header " + header);
            }
        } catch (IOException unreadable) {
            throw new RecordingException(file + " cannot be read as gzip: " + unreadable.getMessage());
        }
    }

    /** The cells of the next row, or null at the end. */
    String @Nullable [] next() {
        try {
            String line = lines.readLine();
            if (line == null) {
                return null;
            }
            row++;
            return cells(line);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " breaks off after row " + row, unreadable);
        }
    }

    /** Number of the row read last, from 1; the header does not count. */
    long row() {
        return row;
    }

    UncheckedIOException unreadable(String detail) {
        return new UncheckedIOException(file + " row " + row + " is not readable: " + detail, new IOException(detail));
    }

    private String[] cells(String line) {
        String[] cells = new String[columns];
        int start = 0;
        for (int i = 0; i < columns; i++) {
            int end = line.indexOf(',', start);
            boolean isLast = i == columns - 1;
            if (isLast != (end < 0)) {
                throw unreadable("it does not have " + columns + " columns");
            }
            cells[i] = line.substring(start, isLast ? line.length() : end);
            start = end + 1;
        }
        return cells;
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
