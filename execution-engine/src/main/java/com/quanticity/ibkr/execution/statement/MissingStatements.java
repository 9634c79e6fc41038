package com.quanticity.ibkr.execution.statement;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds business days, and other days with fills, that an account traded on or held something at the end of, and whose statement is due. */
final class MissingStatements {

    private static final Duration LOOKED_BACK = Duration.ofDays(7);

    private final Statements statements;
    private final BookedDays booked;
    private final BusinessDays business;
    private final ZoneId zone;
    private final LocalTime expectedBy;
    private final Clock clock;

    /** @param expectedBy of the next day */
    MissingStatements(
            Statements statements,
            BookedDays booked,
            BusinessDays business,
            ZoneId zone,
            LocalTime expectedBy,
            Clock clock) {
        this.statements = statements;
        this.booked = booked;
        this.business = business;
        this.zone = zone;
        this.expectedBy = expectedBy;
        this.clock = clock;
    }

    /** A line for each day, by the subject of its alarm, oldest first; empty when nothing is missing. */
    Map<String, String> find() {
        Instant now = clock.instant();
        Map<String, String> missing = new TreeMap<>();
        for (LocalDate day : days(now)) {
            Instant due = day.plusDays(1).atTime(expectedBy).atZone(zone).toInstant();
            if (now.isAfter(due) && isMissing(day)) {
                missing.put("missing " + day, "no statement of " + day + ", due at " + due);
            }
        }
        return missing;
    }

    private boolean isMissing(LocalDate day) {
        return booked.accountsOf(day).stream()
                .anyMatch(account -> statements.of(account, day).isEmpty());
    }

    private Set<LocalDate> days(Instant now) {
        Instant since = now.minus(LOOKED_BACK);
        Set<LocalDate> expected = new TreeSet<>(booked.daysWithFills(since));
        since.atZone(zone)
                .toLocalDate()
                .datesUntil(now.atZone(zone).toLocalDate())
                .filter(business::contains)
                .forEach(expected::add);
        return expected;
    }
}
