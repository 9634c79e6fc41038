package com.quanticity.ibkr.replay.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folders of recordings below one root. A recording folder holds {@code quotes/SYMBOL-YYYYMMDD.csv.gz} (every change) or
 * {@code quotes/SYMBOL-YYYYMMDD-1s.csv.gz} (one row a second); with both, every change is taken.
 */
public final class Recordings {

    private static final Pattern FILE = Pattern.compile("([A-Z0-9. ]+)-(\\d{8})(-1s)?\\.csv\\.gz");

    private final Path root;

    public Recordings(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /**
     * The quote files of a folder, by day and symbol.
     *
     * @param folder below the root; {@code .} for the root itself
     * @throws NoSuchRecordingException when there is no such folder below the root, or it holds no quotes
     */
    public SortedMap<LocalDate, SortedMap<String, Path>> days(String folder) {
        Path quotes = below(folder).resolve("quotes");
        if (!Files.isDirectory(quotes)) {
            throw new NoSuchRecordingException("there is no recording '" + folder + "': "
                    + "it needs a folder quotes with SYMBOL-YYYYMMDD.csv.gz files");
        }
        SortedMap<LocalDate, SortedMap<String, Path>> days = new TreeMap<>();
        try (Stream<Path> files = Files.list(quotes)) {
            files.sorted().forEach(file -> add(days, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (days.isEmpty()) {
            throw new NoSuchRecordingException(
                    "recording '" + folder + "' holds no quotes: expected quotes/SYMBOL-YYYYMMDD.csv.gz");
        }
        return days;
    }

    /** Opens files for reading together, from the first time (inclusive) to the last (exclusive). */
    public static MergedQuotes open(Map<String, Path> files, Instant from, Instant to) {
        MergedQuotes merged = new MergedQuotes(from, to);
        try {
            files.forEach((symbol, file) -> merged.add(new QuoteFile(symbol, file)));
            return merged;
        } catch (RuntimeException e) {
            merged.close();
            throw e;
        }
    }

    private Path below(String folder) {
        try {
            Path path = root.resolve(folder).normalize();
            boolean inside = path.startsWith(root)
                    && (!Files.exists(path) || path.toRealPath().startsWith(root.toRealPath()));
            if (inside) {
                return path;
            }
        } catch (InvalidPathException | IOException e) {
            throw new NoSuchRecordingException("'" + folder + "' is no folder name");
        }
        throw new NoSuchRecordingException("'" + folder + "' lies outside the recordings; name a folder below them");
    }

    private static void add(SortedMap<LocalDate, SortedMap<String, Path>> days, Path file) {
        Matcher name = FILE.matcher(file.getFileName().toString());
        if (name.matches()) {
            LocalDate day = LocalDate.parse(name.group(2), DateTimeFormatter.BASIC_ISO_DATE);
            Map<String, Path> symbols = days.computeIfAbsent(day, unused -> new TreeMap<>());
            if (name.group(3) == null) {
                symbols.put(name.group(1), file);
            } else {
                symbols.putIfAbsent(name.group(1), file);
            }
        }
    }

    /** There is no such recording; the message says what was looked for. */
    public static final class NoSuchRecordingException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NoSuchRecordingException(String message) {
            super(message);
        }
    }
}
