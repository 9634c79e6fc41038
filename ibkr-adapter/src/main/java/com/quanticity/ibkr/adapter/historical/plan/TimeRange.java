package com.quanticity.ibkr.adapter.historical.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A stretch of time.
 *
 * @param from inclusive
 * @param to exclusive, after {@code from}
 */
public record TimeRange(Instant from, Instant to) {

    public TimeRange {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("the start " + from + " must be before the end " + to);
        }
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    public boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    public boolean overlaps(TimeRange other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    /** Ranges that touch or overlap become one; in time order. */
    public static List<TimeRange> merged(List<TimeRange> ranges) {
        List<TimeRange> merged = new ArrayList<>();
        for (TimeRange range :
                ranges.stream().sorted(Comparator.comparing(TimeRange::from)).toList()) {
            TimeRange last = merged.isEmpty() ? null : merged.getLast();
            if (last == null || last.to.isBefore(range.from)) {
                merged.add(range);
            } else if (last.to.isBefore(range.to)) {
                merged.set(merged.size() - 1, new TimeRange(last.from, range.to));
            }
        }
        return merged;
    }
}
