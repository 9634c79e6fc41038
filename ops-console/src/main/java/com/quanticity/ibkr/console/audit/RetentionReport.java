package com.quanticity.ibkr.console.audit;

import com.quanticity.ibkr.model.audit.AuditKind;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What is kept until when. Nothing here removes anything: a day may go when its longest period is over, it is exported and no hold
 * covers it, and then a person does it. Thread-safe.
 */
final class RetentionReport {

    private final JdbcTemplate database;
    private final AuditProperties properties;
    private final Clock clock;

    RetentionReport(JdbcTemplate database, AuditProperties properties, Clock clock) {
        this.database = database;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * The report of today.
     *
     * @param today UTC
     * @param classes one for each period
     * @param days one for each day of the record, oldest first
     */
    record Report(LocalDate today, List<RetentionClass> classes, List<Day> days) {}

    /**
     * Kinds of entries that are kept equally long.
     *
     * @param name property under {@code ibkr.console.audit.retention}
     * @param keep ISO period
     * @param dueBefore entries stored before this day are due
     * @param entries in the record
     * @param due of them are older than the period
     */
    record RetentionClass(
            String name, Period keep, List<AuditKind> kinds, LocalDate dueBefore, long entries, long due) {}

    /**
     * One day of the record.
     *
     * @param exportedTo where its copy is, null when it has none
     * @param keepUntil first day on which it may go
     * @param mayGo nothing keeps it
     * @param keptBy why it stays, empty when nothing keeps it
     */
    record Day(
            LocalDate day,
            long entries,
            @Nullable String exportedTo,
            LocalDate keepUntil,
            boolean mayGo,
            List<String> keptBy) {}

    Report report() {
        LocalDate today = LocalDate.now(clock);
        Map<LocalDate, Map<AuditKind, Long>> days = days();
        Map<LocalDate, String> exported = exported();
        return new Report(
                today,
                List.of(
                        ofClass("orders", properties.retention().orders(), days, today),
                        ofClass("control", properties.retention().control(), days, today),
                        ofClass("access", properties.retention().access(), days, today)),
                days.entrySet().stream()
                        .map(day -> day(day.getKey(), sum(day.getValue()), exported.get(day.getKey()), today))
                        .toList());
    }

    private RetentionClass ofClass(
            String name, Period keep, Map<LocalDate, Map<AuditKind, Long>> days, LocalDate today) {
        List<AuditKind> kinds = Arrays.stream(AuditKind.values())
                .filter(kind -> classOf(kind).equals(name))
                .toList();
        LocalDate dueBefore = today.minus(keep);
        long entries = 0;
        long due = 0;
        for (Map.Entry<LocalDate, Map<AuditKind, Long>> day : days.entrySet()) {
            long count = kinds.stream()
                    .mapToLong(kind -> day.getValue().getOrDefault(kind, 0L))
                    .sum();
            entries += count;
            due += day.getKey().isBefore(dueBefore) ? count : 0;
        }
        return new RetentionClass(name, keep, kinds, dueBefore, entries, due);
    }

    private static String classOf(AuditKind kind) {
        return switch (kind) {
            case ORDER_REQUEST, ORDER_RESPONSE -> "orders";
            case OPERATOR_ACTION, LIMIT_CHANGE, TRADING_STATE -> "control";
            case LOGIN, SESSION, RECORD_GAP -> "access";
        };
    }

    private Day day(LocalDate day, long entries, @Nullable String exportedTo, LocalDate today) {
        LocalDate until = properties.retention().until(day);
        List<String> keptBy = new ArrayList<>();
        if (until.isAfter(today)) {
            keptBy.add("retention until " + until);
        }
        if (exportedTo == null) {
            keptBy.add("not exported");
        }
        properties.holds().stream()
                .filter(hold -> hold.covers(day))
                .forEach(hold -> keptBy.add("legal hold " + hold.name()));
        return new Day(day, entries, exportedTo, until, keptBy.isEmpty(), keptBy);
    }

    private static long sum(Map<AuditKind, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<LocalDate, Map<AuditKind, Long>> days() {
        Map<LocalDate, Map<AuditKind, Long>> days = new TreeMap<>();
        database.query("""
                select (stored_at at time zone 'UTC')::date as day, kind, count(*) as entries
                from console.audit_log group by 1, 2""", row -> {
            days.computeIfAbsent(row.getObject("day", LocalDate.class), _ -> new TreeMap<>())
                    .put(AuditKind.valueOf(row.getString("kind")), row.getLong("entries"));
        });
        return days;
    }

    private Map<LocalDate, String> exported() {
        Map<LocalDate, String> places = new TreeMap<>();
        database.query("select day, place from console.audit_exports", row -> {
            places.put(row.getObject("day", LocalDate.class), row.getString("place"));
        });
        return places;
    }
}
