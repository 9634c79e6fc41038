package com.quanticity.ibkr.simulator.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of every session with their simulator time, one frame a line: time, number of the connection, {@code >} to the client or
 * {@code <} from it, and the payload, fields ended by {@code |}. A bar, a backslash and what is not printable is written
 * {@code \xNN}. Event loop only.
 *
 * <pre>2026-03-02T15:00:00Z 1 < 71|2|1||</pre>
 */
final class Transcript {

    /** In memory no more than this is kept; a file takes all. */
    private static final int MOST_LINES = 200_000;

    private final List<String> lines = new ArrayList<>();
    private final @Nullable Writer file;

    private Transcript(@Nullable Writer file) {
        this.file = file;
    }

    static Transcript inMemory() {
        return new Transcript(null);
    }

    /** Writes to a new file as it happens. */
    static Transcript to(Path path) {
        try {
            return new Transcript(Files.newBufferedWriter(path, StandardCharsets.US_ASCII));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(
                    "transcript " + path + " cannot be written: name a file in a folder that exists", unwritable);
        }
    }

    /**
     * Writes down a frame.
     *
     * @param start where the payload starts in the bytes
     */
    void write(Instant at, long connection, boolean toClient, byte[] bytes, int start) {
        StringBuilder line = new StringBuilder(bytes.length + 40)
                .append(at)
                .append(' ')
                .append(connection)
                .append(toClient ? " > " : " < ");
        for (int i = start; i < bytes.length; i++) {
            append(line, bytes[i]);
        }
        add(line.toString());
    }

    private static void append(StringBuilder line, byte b) {
        if (b == 0) {
            line.append('|');
        } else if (b < 0x20 || b > 0x7E || b == '|' || b == '\\') {
            line.append("\\x%02x".formatted(b & 0xFF));
        } else {
            line.append((char) b);
        }
    }

    private void add(String line) {
        if (file == null) {
            if (lines.size() < MOST_LINES) {
                lines.add(line);
            }
            return;
        }
        try {
            file.write(line);
            file.write('\n');
        } catch (IOException full) {
            throw new UncheckedIOException("the transcript cannot be written any further", full);
        }
    }

    /** What was kept in memory; of one that goes to a file, nothing. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException full) {
            throw new UncheckedIOException("the transcript cannot be completed", full);
        }
    }
}
