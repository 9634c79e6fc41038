package com.quanticity.ibkr.replay.recording;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Rows of several files in time order; equal times in the order of the files. Holds one row of each file. */
public final class MergedQuotes implements AutoCloseable {

    private record Head(RecordedQuote quote, int file) {}

    private final List<QuoteFile> files = new ArrayList<>();
    private final PriorityQueue<Head> heads = new PriorityQueue<>(
            Comparator.<Head, Instant>comparing(head -> head.quote().at()).thenComparingInt(Head::file));
    private final Instant from;
    private final Instant to;
    private @Nullable MalformedRecordingException fault;

    MergedQuotes(Instant from, Instant to) {
        this.from = from;
        this.to = to;
    }

    void add(QuoteFile file) {
        files.add(file);
        RecordedQuote first = file.next();
        while (first != null && first.at().isBefore(from)) {
            first = file.next();
        }
        push(first, files.size() - 1);
    }

    /**
     * The next row, null at the end of the window.
     *
     * @throws MalformedRecordingException when a row cannot be read; every row before it was given
     */
    public @Nullable RecordedQuote next() {
        if (fault != null) {
            throw fault;
        }
        Head head = heads.poll();
        if (head == null) {
            return null;
        }
        try {
            push(files.get(head.file()).next(), head.file());
        } catch (MalformedRecordingException e) {
            fault = e;
        }
        return head.quote();
    }

    @Override
    public void close() {
        files.forEach(QuoteFile::close);
    }

    private void push(@Nullable RecordedQuote quote, int file) {
        if (quote != null && quote.at().isBefore(to)) {
            heads.add(new Head(quote, file));
        }
    }
}
