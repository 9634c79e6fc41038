package com.quanticity.ibkr.quickstart.recording;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What a subscriber must have seen of a range of recorded rows: one top of book for each visible change. A row can change up to four
 * things, and the gateway tells of them in this order: bid, ask, letter of the bid, letter of the ask. Price and size of a side travel
 * together and are one change. The first row of the range is the initial state.
 */
final class RecordedQuotes implements AutoCloseable {

    private static final int COLUMNS = 7;

    private final BufferedReader reader;
    private final long firstRow;
    private final long lastRow;
    private final Deque<TopOfBook> waiting = new ArrayDeque<>(4);

    private long row;
    private long rowsUsed;
    private TopOfBook current = TopOfBook.EMPTY;

    /** Rows are data rows, counted from 1; both ends are included. */
    RecordedQuotes(Path file, long firstRow, long lastRow) throws IOException {
        this.reader = new BufferedReader(new InputStreamReader(content(file), StandardCharsets.UTF_8));
        this.firstRow = firstRow;
        this.lastRow = lastRow;
        reader.readLine();
    }

    /** The next top of book; null after the last row. */
    @Nullable TopOfBook next() throws IOException {
        while (waiting.isEmpty() && row < lastRow) {
            String line = reader.readLine();
            if (line == null) {
                return null;
            }
            row++;
            if (row >= firstRow) {
                rowsUsed++;
                change(parse(line));
            }
        }
        return waiting.poll();
    }

    /** Rows read from the range so far. */
    long rowsUsed() {
        return rowsUsed;
    }

    private void change(TopOfBook next) {
        step(current.withBid(next));
        step(current.withAsk(next));
        step(current.withBidExchange(next));
        step(current.withAskExchange(next));
    }

    private void step(TopOfBook next) {
        if (!next.equals(current)) {
            current = next;
            waiting.add(next);
        }
    }

    private TopOfBook parse(String line) throws IOException {
        String[] cells = line.split(",", -1);
        if (cells.length < COLUMNS) {
            throw new IOException("row " + row + " has " + cells.length + " columns: " + line);
        }
        return new TopOfBook(
                decimal(cells[1]),
                decimal(cells[2]),
                cells[1].isEmpty() ? "" : cells[3],
                decimal(cells[4]),
                decimal(cells[5]),
                cells[4].isEmpty() ? "" : cells[6]);
    }

    private static @Nullable BigDecimal decimal(String text) {
        return text.isEmpty() ? null : new BigDecimal(text);
    }

    private static InputStream content(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
