package com.quanticity.ibkr.simulator.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The quote and trade files of one day.
 *
 * @param quotes the file of each symbol; the tick file when there is also a one-second one
 */
public record RecordingFolder(Path folder, LocalDate date, SortedMap<String, Path> quotes) {

    private static final Pattern QUOTE_FILE = Pattern.compile("([A-Z][A-Z0-9.]*)-(\\d{8})(-1s)?\\.csv\\.gz");

    /**
     * Finds the files of a day.
     *
     * @param wanted the New York trading date, or null for the earliest there is
     * @throws RecordingException when there is nothing to play
     */
    public static RecordingFolder open(Path folder, @Nullable LocalDate wanted) {
        Path quotes = folder.resolve("quotes");
        if (!Files.isDirectory(folder)) {
            throw new RecordingException("recording folder " + folder
                    + " does not exist: give --recordings the folder that holds quotes/ and trades/");
        }
        if (!Files.isDirectory(quotes)) {
            throw new RecordingException("recording folder " + folder
                    + " has no quotes/ in it: give --recordings the folder that holds quotes/SYMBOL-YYYYMMDD.csv.gz");
        }
        SortedMap<LocalDate, SortedMap<String, Path>> days = days(quotes);
        if (days.isEmpty()) {
            throw new RecordingException("recording folder " + quotes
                    + " holds no quote file: put files named SYMBOL-YYYYMMDD.csv.gz there or leave --recordings out");
        }
        LocalDate date = wanted == null ? days.firstKey() : wanted;
        SortedMap<String, Path> files = days.get(date);
        if (files == null) {
            throw new RecordingException("no quotes of " + date + " in " + quotes + ": choose --date from "
                    + days.keySet().stream().map(LocalDate::toString).collect(Collectors.joining(", ")));
        }
        return new RecordingFolder(folder, date, files);
    }

    SortedSet<String> symbols() {
        return new TreeSet<>(quotes.keySet());
    }

    /** The trade file of a symbol, or null when there is none. */
    @Nullable Path trades(String symbol) {
        Path file = folder.resolve("trades")
                .resolve(symbol + "-" + date.format(DateTimeFormatter.BASIC_ISO_DATE) + ".csv.gz");
        return Files.isRegularFile(file) ? file : null;
    }

    private static SortedMap<LocalDate, SortedMap<String, Path>> days(Path quotes) {
        try (Stream<Path> files = Files.list(quotes)) {
            SortedMap<LocalDate, SortedMap<String, Path>> days = new TreeMap<>();
            files.sorted().forEach(file -> add(days, file));
            return days;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void add(Map<LocalDate, SortedMap<String, Path>> days, Path file) {
        Matcher name = QUOTE_FILE.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return;
        }
        LocalDate date = LocalDate.parse(name.group(2), DateTimeFormatter.BASIC_ISO_DATE);
        boolean isOneSecond = name.group(3) != null;
        SortedMap<String, Path> symbols = days.computeIfAbsent(date, any -> new TreeMap<>());
        if (isOneSecond) {
            symbols.putIfAbsent(name.group(1), file);
        } else {
            symbols.put(name.group(1), file);
        }
    }
}
