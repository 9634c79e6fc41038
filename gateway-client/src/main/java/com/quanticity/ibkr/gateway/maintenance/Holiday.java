package com.quanticity.ibkr.gateway.maintenance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A day, or part of one, on which nobody is to be paged for an outage.
 *
 * @param from null = from midnight
 * @param to after {@code from}; null = until midnight
 */
public record Holiday(
        LocalDate date, @Nullable LocalTime from, @Nullable LocalTime to, String name) {

    private static final Pattern LINE =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)(?:\\s+(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)?)?(?:\\s+(\\S.*))?");

    /** @throws IllegalArgumentException when it ends before it begins: it would excuse nothing */
    public Holiday {
        if (from != null && to != null && !to.isAfter(from)) {
            throw new IllegalArgumentException(
                    "it ends at " + to + ", which is not after " + from + "; give a later time, or none for midnight");
        }
    }

    /**
     * Reads a calendar file: a line a day, {@code 2026-11-27 13:00- early close}; times may be left out, {@code #} begins a comment.
     *
     * @throws IllegalArgumentException naming every line that cannot be read
     */
    public static List<Holiday> read(Path file) {
        List<Holiday> holidays = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replaceFirst("#.*", "").strip();
            if (line.isEmpty()) {
                continue;
            }
            try {
                holidays.add(parse(line));
            } catch (DateTimeParseException e) {
                problems.add("line " + (i + 1) + " '" + line + "'");
            } catch (IllegalArgumentException e) {
                problems.add("line " + (i + 1) + " '" + line + "' (" + e.getMessage() + ")");
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(file + ": cannot read " + String.join(", ", problems)
                    + "; write a line as 2026-11-27 13:00-17:00 early close");
        }
        return List.copyOf(holidays);
    }

    private static Holiday parse(String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new DateTimeParseException("no day with times", line, 0);
        }
        String name = matcher.group(4);
        return new Holiday(
                LocalDate.parse(matcher.group(1)),
                time(matcher.group(2)),
                time(matcher.group(3)),
                name == null ? "holiday" : name);
    }

    private static @Nullable LocalTime time(@Nullable String text) {
        return text == null ? null : LocalTime.parse(text);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "cannot read the calendar file " + file + " (" + e + "); correct ibkr.gateway.maintenance.holidays",
                    e);
        }
    }
}
