package com.quanticity.ibkr.quickstart.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One recorded day of a recordings folder.
 *
 * @param folder absolute; holds {@code quotes/SYMBOL-YYYYMMDD.csv.gz} or {@code …-1s.csv.gz}
 * @param date New York trading date
 * @param quoteFiles quote file of each symbol recorded that day; the tick file where there are both
 */
public record Recording(Path folder, LocalDate date, SortedMap<String, Path> quoteFiles) {

    private static final Pattern QUOTE_FILE = Pattern.compile("([A-Z][A-Z0-9.]*)-(\\d{8})(-1s)?\\.csv(\\.gz)?");

    /** Finds the day; the earliest one when {@code date} is null. */
    public static Recording find(Path given, @Nullable LocalDate date) throws CannotStartException {
        Path folder = given.toAbsolutePath().normalize();
        Map<LocalDate, SortedMap<String, Path>> days = days(folder);
        if (days.isEmpty()) {
            throw new CannotStartException("no recorded quotes in " + folder
                    + ": --recordings wants a folder that holds" + " quotes/SYMBOL-YYYYMMDD.csv.gz");
        }
        LocalDate chosen = date != null ? date : new TreeSet<>(days.keySet()).first();
        SortedMap<String, Path> files = days.get(chosen);
        if (files == null) {
            throw new CannotStartException("nothing recorded on " + chosen + " in " + folder + ": choose --date from "
                    + new TreeSet<>(days.keySet()));
        }
        return new Recording(folder, chosen, files);
    }

    public SortedSet<String> symbols() {
        return new TreeSet<>(quoteFiles.keySet());
    }

    private static Map<LocalDate, SortedMap<String, Path>> days(Path folder) throws CannotStartException {
        if (!Files.isDirectory(folder)) {
            throw new CannotStartException(
                    "recordings folder " + folder + " does not exist: give an existing one with --recordings DIR");
        }
        Path quotes = folder.resolve("quotes");
        Map<LocalDate, SortedMap<String, Path>> days = new TreeMap<>();
        if (!Files.isDirectory(quotes)) {
            return days;
        }
        try (Stream<Path> files = Files.list(quotes)) {
            for (Path file : files.sorted().toList()) {
                add(days, file);
            }
        } catch (IOException e) {
            throw new CannotStartException("cannot read " + quotes + " (" + e + "): mend its permissions", e);
        }
        return days;
    }

    private static void add(Map<LocalDate, SortedMap<String, Path>> days, Path file) {
        Matcher name = QUOTE_FILE.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return;
        }
        try {
            LocalDate day = LocalDate.parse(name.group(2), DateTimeFormatter.BASIC_ISO_DATE);
            SortedMap<String, Path> files = days.computeIfAbsent(day, key -> new TreeMap<>());
            if (name.group(3) == null) {
                files.put(name.group(1), file);
            } else {
                files.putIfAbsent(name.group(1), file);
            }
        } catch (DateTimeParseException e) {
            // Eight digits that are no date: not a recording.
            return;
        }
    }
}
