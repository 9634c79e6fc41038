package com.quanticity.ibkr.replay.run;

import com.quanticity.ibkr.replay.recording.Recordings;
import com.quanticity.ibkr.replay.recording.Recordings.NoSuchRecordingException;
import com.quanticity.ibkr.service.problem.ApiException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request that was checked against the recordings.
 *
 * @param recordings folder as requested
 * @param files the files to play, by symbol
 * @param from first recorded time
 * @param to end of the window, not included
 * @param speed recorded seconds a second, null for as fast as possible
 */
record ReplayPlan(
        String recordings,
        SortedMap<String, Path> files,
        Instant from,
        Instant to,
        @Nullable BigDecimal speed) {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** @throws ApiException when the request does not fit the recordings */
    static ReplayPlan of(ReplayRequest request, Recordings recordings) {
        SortedMap<LocalDate, SortedMap<String, Path>> days = days(request.recordings(), recordings);
        LocalDate day = request.date() == null ? days.firstKey() : request.date();
        SortedMap<String, Path> all = days.get(day);
        if (all == null) {
            throw ApiException.badRequest(
                    "NO_SUCH_DAY", "there are no quotes of " + day + "; choose one of " + days.keySet());
        }
        Instant from =
                request.from() == null ? day.atStartOfDay(NEW_YORK).toInstant() : time("from", request.from(), day);
        Instant to = request.to() == null
                ? day.plusDays(1).atStartOfDay(NEW_YORK).toInstant()
                : time("to", request.to(), day);
        if (!from.isBefore(to)) {
            throw ApiException.badRequest(
                    "EMPTY_WINDOW", "from " + from + " is not before to " + to + "; widen the window");
        }
        return new ReplayPlan(request.recordings(), chosen(request, all), from, to, speed(request.speed()));
    }

    String speedText() {
        return speed == null ? "max" : speed.toPlainString();
    }

    private static SortedMap<LocalDate, SortedMap<String, Path>> days(String folder, Recordings recordings) {
        try {
            return recordings.days(folder);
        } catch (NoSuchRecordingException e) {
            throw ApiException.badRequest("NO_SUCH_RECORDING", String.valueOf(e.getMessage()));
        }
    }

    private static SortedMap<String, Path> chosen(ReplayRequest request, SortedMap<String, Path> all) {
        if (request.symbols() == null || request.symbols().isEmpty()) {
            return all;
        }
        SortedMap<String, Path> files = new TreeMap<>();
        for (String symbol : request.symbols()) {
            Path file = all.get(symbol);
            if (file == null) {
                throw ApiException.badRequest(
                        "NO_SUCH_SYMBOL",
                        "there are no quotes of " + symbol + " on that day; choose from " + all.keySet());
            }
            files.put(symbol, file);
        }
        return files;
    }

    private static Instant time(String field, String text, LocalDate day) {
        try {
            return text.endsWith("Z")
                    ? Instant.parse(text)
                    : LocalTime.parse(text).atDate(day).atZone(NEW_YORK).toInstant();
        } catch (DateTimeException e) {
            throw ApiException.badRequest(
                    "INVALID_TIME",
                    field + " '" + text + "' is no time; write HH:mm or HH:mm:ss in New York, or ISO UTC");
        }
    }

    private static @Nullable BigDecimal speed(String text) {
        if (text.equals("max")) {
            return null;
        }
        BigDecimal speed = new BigDecimal(text);
        if (speed.signum() <= 0) {
            throw ApiException.badRequest("INVALID_SPEED", "speed " + text + " must be a number above 0, or max");
        }
        return speed;
    }
}
