package com.quanticity.ibkr.adapter.historical.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Pages through ticks, oldest first: a query names a second and gets the ticks from its beginning on.
 *
 * <p>Ticks carry whole seconds, so a second is the smallest thing that can be asked for, and it is stored from one answer or not at all:
 * <ul>
 *   <li>an answer with fewer ticks than asked for is the end of what there is;
 *   <li>of a full answer the last second may be cut off ("can hold more than asked to complete a second", says the specification, not
 *       must), so it is left out and asked for again as the first second of the next page;
 *   <li>a full answer that is one second only holds all of it: there is no other way to ask for it.
 * </ul>
 * So no tick is lost and none is stored twice, whatever the gateway does with the last second.
 */
public final class TickPlan {

    /** Most ticks a query may ask for. Source: wire specification, REQ_HISTORICAL_TICKS. */
    public static final int MOST_TICKS = 1_000;

    /** The present second and the one before may still grow. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private static final Duration PIECE = Duration.ofDays(1);

    private TickPlan() {}

    /**
     * What a page yields.
     *
     * @param ticks whole seconds within the piece, in order
     * @param next first second of the next page, null when the piece is complete
     */
    public record Page<T>(
            List<T> ticks,
            @org.jspecify.annotations.Nullable Instant next) {}

    /** The range in whole seconds that do not change any more; empty when there is none. */
    public static List<TimeRange> whole(TimeRange wanted, Instant now) {
        Instant from = wanted.from().truncatedTo(ChronoUnit.SECONDS);
        Instant wantedTo = wanted.to().truncatedTo(ChronoUnit.SECONDS);
        Instant last = now.minus(SETTLED).truncatedTo(ChronoUnit.SECONDS);
        Instant to = wantedTo.isBefore(last) ? wantedTo : last;
        return from.isBefore(to) ? List.of(new TimeRange(from, to)) : List.of();
    }

    /** Days in UTC, side by side. */
    public static List<TimeRange> pieces(TimeRange range) {
        List<TimeRange> pieces = new ArrayList<>();
        Instant from = range.from();
        while (from.isBefore(range.to())) {
            Instant midnight = from.truncatedTo(ChronoUnit.DAYS).plus(PIECE);
            Instant to = midnight.isBefore(range.to()) ? midnight : range.to();
            pieces.add(new TimeRange(from, to));
            from = to;
        }
        return pieces;
    }

    /**
     * Reads an answer.
     *
     * @param answer ticks in time order, as they came
     * @param second the second of a tick
     * @param asked how many were asked for
     * @param piece what is wanted
     */
    public static <T> Page<T> page(List<T> answer, Function<T, Instant> second, int asked, TimeRange piece) {
        if (answer.size() < asked) {
            return new Page<>(within(answer, second, piece), null);
        }
        Instant first = second.apply(answer.getFirst());
        Instant last = second.apply(answer.getLast());
        if (!last.isBefore(piece.to())) {
            return new Page<>(within(answer, second, piece), null);
        }
        if (first.equals(last)) {
            Instant next = last.plusSeconds(1);
            return new Page<>(within(answer, second, piece), next.isBefore(piece.to()) ? next : null);
        }
        List<T> whole = answer.stream()
                .filter(tick -> second.apply(tick).isBefore(last))
                .toList();
        return new Page<>(within(whole, second, piece), last);
    }

    private static <T> List<T> within(List<T> ticks, Function<T, Instant> second, TimeRange piece) {
        return ticks.stream().filter(tick -> piece.contains(second.apply(tick))).toList();
    }
}
