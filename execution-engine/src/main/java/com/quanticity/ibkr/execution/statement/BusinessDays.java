package com.quanticity.ibkr.execution.statement;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days for which the broker makes a statement: Mondays to Fridays without the holidays of a file. */
final class BusinessDays {

    /** A line of docs/holidays.txt; one with a time is a day that ends early, which has a statement. */
    private static final Pattern LINE = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)(\\s+\\d\\d:\\d\\d-\\S*)?(\\s+.*)?");

    private final Set<LocalDate> holidays;

    private BusinessDays(Set<LocalDate> holidays) {
        this.holidays = Set.copyOf(holidays);
    }

    /**
     * Reads the calendar.
     *
     * @param file null for a calendar without holidays
     * @throws IllegalArgumentException when it cannot be read, naming every line
     */
    static BusinessDays of(@Nullable Path file) {
        return new BusinessDays(file == null ? Set.of() : read(file));
    }

    boolean contains(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !holidays.contains(day);
    }

    private static Set<LocalDate> read(Path file) {
        Set<LocalDate> days = new HashSet<>();
        List<String> problems = new ArrayList<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst("#.*", "").strip();
            if (!line.isEmpty() && !take(line, days)) {
                problems.add("line " + (i + 1) + " '" + line + "'");
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(file + ": cannot read " + String.join(", ", problems)
                    + "; write a line as 2026-12-25 Christmas, see docs/holidays.txt");
        }
        return days;
    }

    private static boolean take(String line, Set<LocalDate> days) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            return false;
        }
        try {
            LocalDate day = LocalDate.parse(matcher.group(1));
            if (matcher.group(2) == null) {
                days.add(day);
            }
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "cannot read the calendar file " + file + " (" + e + "); correct ibkr.statement.holidays", e);
        }
    }
}
