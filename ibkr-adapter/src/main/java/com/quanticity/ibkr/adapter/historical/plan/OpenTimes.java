package com.quanticity.ibkr.adapter.historical.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a contract traded, as the broker's schedule tells.
 *
 * @param sessions in time order, side by side or apart
 */
public record OpenTimes(List<TimeRange> sessions) {

    public OpenTimes {
        sessions = TimeRange.merged(sessions);
    }

    /** The part of a range from its first open moment to its last; empty when it is closed throughout. */
    public Optional<TimeRange> openPart(TimeRange range) {
        List<TimeRange> open =
                sessions.stream().filter(session -> session.overlaps(range)).toList();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Instant from = open.getFirst().from();
        Instant to = open.getLast().to();
        return Optional.of(new TimeRange(
                from.isAfter(range.from()) ? from : range.from(), to.isBefore(range.to()) ? to : range.to()));
    }
}
