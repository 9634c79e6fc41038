package com.quanticity.ibkr.simulator.recording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The recorded bars of one symbol: days in one file, minutes and seconds in one for each day.
 *
 * @param days the file of all days, null when there is none
 * @param trades the files of minutes, else of seconds
 * @param quotes the same for bid and ask
 */
public record RecordedBars(
        @Nullable Path days,
        Map<Length, NavigableMap<LocalDate, Path>> trades,
        Map<Length, NavigableMap<LocalDate, Path>> quotes) {

    private static final String DAY_HEADER = "date,open,high,low,close,volume";
    private static final String TRADE_HEADER = "start_ns,open,high,low,close,volume";
    private static final String QUOTE_HEADER =
            "start_ns,bid_open,bid_high,bid_low,bid_close,bid_size,ask_open,ask_high,ask_low,ask_close,ask_size";
    private static final Pattern DAY_FILE = Pattern.compile("-\\d{4}-\\d{4}\\.csv\\.gz");
    private static final Pattern FILE = Pattern.compile("-(\\d{8})-(trades|quotes)\\.csv\\.gz");
    private static final long NANOS = 1_000_000_000L;

    /** How long the bars of a file are. */
    public enum Length {
        MINUTE("1m"),
        SECOND("1s");

        private final String folder;

        Length(String folder) {
            this.folder = folder;
        }
    }

    /**
     * One bar of prices.
     *
     * @param start epoch second; of days the epoch day
     * @param volume 0 for quotes
     */
    public record Row(long start, BigDecimal open, BigDecimal high, BigDecimal low, BigDecimal close, long volume) {}

    /**
     * Finds the files of a symbol.
     *
     * @param folder holds {@code bars/}; nothing is found without it
     */
    public static RecordedBars of(Path folder, String symbol) {
        Path bars = folder.resolve("bars");
        Path days = list(bars.resolve("1d"))
                .filter(file -> DAY_FILE.matcher(rest(file, symbol)).matches())
                .findFirst()
                .orElse(null);
        return new RecordedBars(days, files(bars, symbol, "trades"), files(bars, symbol, "quotes"));
    }

    public boolean isEmpty() {
        return days == null && trades.values().stream().allMatch(Map::isEmpty);
    }

    /** The days, oldest first; empty when there is no file of them. */
    public List<Row> readDays() {
        if (days == null) {
            return List.of();
        }
        return read(
                days,
                DAY_HEADER,
                (cell, rows) -> rows.add(row(LocalDate.parse(cell[0]).toEpochDay(), cell, 1, Long.parseLong(cell[5]))));
    }

    /** The trade bars of a file. */
    public static List<Row> readTrades(Path file) {
        return read(
                file, TRADE_HEADER, (cell, rows) -> rows.add(row(second(cell[0]), cell, 1, Long.parseLong(cell[5]))));
    }

    /** The bars of one side of a file; intervals without that side are left out. */
    public static List<Row> readQuotes(Path file, boolean bid) {
        int from = bid ? 1 : 6;
        return read(file, QUOTE_HEADER, (cell, rows) -> {
            if (!cell[from].isEmpty()) {
                rows.add(row(second(cell[0]), cell, from, 0));
            }
        });
    }

    private static long second(String nanos) {
        return Math.floorDiv(Long.parseLong(nanos), NANOS);
    }

    private static Row row(long start, String[] cell, int at, long volume) {
        return new Row(
                start,
                new BigDecimal(cell[at]),
                new BigDecimal(cell[at + 1]),
                new BigDecimal(cell[at + 2]),
                new BigDecimal(cell[at + 3]),
                volume);
    }

    @FunctionalInterface
    private interface RowReader {
        void read(String[] cell, List<Row> into);
    }

    private static List<Row> read(Path file, String header, RowReader reader) {
        List<Row> rows = new ArrayList<>();
        try (CsvFile csv = new CsvFile(file, header)) {
            for (String[] cell = csv.next(); cell != null; cell = csv.next()) {
                try {
                    reader.read(cell, rows);
                } catch (NumberFormatException notANumber) {
                    throw csv.unreadable(String.valueOf(notANumber.getMessage()));
                }
            }
        }
        return rows;
    }

    private static Map<Length, NavigableMap<LocalDate, Path>> files(Path bars, String symbol, String kind) {
        Map<Length, NavigableMap<LocalDate, Path>> files = new TreeMap<>();
        for (Length length : Length.values()) {
            NavigableMap<LocalDate, Path> days = new TreeMap<>();
            list(bars.resolve(length.folder)).forEach(file -> {
                Matcher name = FILE.matcher(rest(file, symbol));
                if (name.matches() && name.group(2).equals(kind)) {
                    days.put(LocalDate.parse(name.group(1), DateTimeFormatter.BASIC_ISO_DATE), file);
                }
            });
            files.put(length, days);
        }
        return files;
    }

    /** What follows the symbol in a file's name; the empty text when it is another symbol's. */
    private static String rest(Path file, String symbol) {
        String name = file.getFileName().toString();
        return name.startsWith(symbol + "-") ? name.substring(symbol.length()) : "";
    }

    private static Stream<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
