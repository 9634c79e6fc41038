package com.quanticity.ibkr.adapter.historical.plan;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a range of bars into pieces of one query each, oldest first, and says how each is asked for.
 *
 * <p>Pieces lie side by side, and a bar belongs to the piece in which it begins; whatever else an answer holds is dropped. Nothing is lost
 * because every query reaches at least over its piece, and bars that cross a border arrive whole because the query then reaches one bar
 * farther. Ranges of days, weeks and months are ranges of dates, written as midnight UTC.
 *
 * <p>Oldest first: what is stored is then a complete beginning of the range at any time, a reader can start with it, and one position says
 * where to go on.
 */
public final class BarPlan {

    private static final long SHORTEST_SECONDS = 60;
    private static final long MOST_SECONDS = 86_400;
    /** At noon UTC the session of the day before has ended on every exchange. */
    private static final Duration DAY_IS_OVER = Duration.ofHours(12);

    /** Zones lie whole quarters of an hour apart. */
    private static final Duration LONGEST_GRID = Duration.ofMinutes(15);

    private static final LocalDate A_MONDAY = LocalDate.of(1970, 1, 5);

    private BarPlan() {}

    /** Where and how far a query reaches. */
    public record Reach(Instant end, String span) {}

    /**
     * The range in whole bars that are over. A bar longer than the grid may begin anywhere on it, so one that begins less than its length
     * ago may be under way, and would be stored as if it were whole; the last, short one of a session waits as long.
     *
     * @return empty when no bar of it is over yet
     */
    public static List<TimeRange> whole(TimeRange wanted, BarLength length, Instant now) {
        Instant from = floor(wanted.from(), length);
        Instant last = length.isIntraday()
                ? floor(now.minus(length.length()), length).plus(grid(length))
                : floor(now.minus(DAY_IS_OVER), length);
        Instant to = ceiling(wanted.to(), length);
        Instant end = to.isBefore(last) ? to : last;
        return from.isBefore(end) ? List.of(new TimeRange(from, end)) : List.of();
    }

    /** The pieces of a range made by {@link #whole}. */
    public static List<TimeRange> pieces(TimeRange range, BarLength length) {
        List<TimeRange> pieces = new ArrayList<>();
        Instant from = range.from();
        while (from.isBefore(range.to())) {
            Instant border = nextBorder(from, length);
            Instant to = border.isBefore(range.to()) ? border : range.to();
            pieces.add(new TimeRange(from, to));
            from = to;
        }
        return pieces;
    }

    public static Reach reach(TimeRange piece, BarLength length) {
        if (!length.isIntraday()) {
            String span = length.span().isEmpty() ? piece.length().toDays() + 1 + " D" : length.span();
            return new Reach(piece.to().plus(DAY_IS_OVER), span);
        }
        long seconds = piece.length().plus(length.overlap().multipliedBy(2)).toSeconds();
        String span = seconds <= MOST_SECONDS ? Math.max(SHORTEST_SECONDS, seconds) + " S" : length.span();
        return new Reach(piece.to().plus(length.overlap()), span);
    }

    private static Instant nextBorder(Instant from, BarLength length) {
        if (length == BarLength.MONTHS_1) {
            return midnight(date(from).withDayOfMonth(1).plusMonths(10));
        }
        long piece = length.piece().toSeconds();
        long origin = length == BarLength.WEEKS_1 ? midnight(A_MONDAY).getEpochSecond() : 0;
        return Instant.ofEpochSecond(origin + (Math.floorDiv(from.getEpochSecond() - origin, piece) + 1) * piece);
    }

    private static Instant floor(Instant at, BarLength length) {
        return switch (length) {
            case MONTHS_1 -> midnight(date(at).withDayOfMonth(1));
            case WEEKS_1 -> midnight(date(at).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
            case DAYS_1 -> at.truncatedTo(ChronoUnit.DAYS);
            default -> {
                long grid = grid(length).toSeconds();
                yield Instant.ofEpochSecond(at.getEpochSecond() - Math.floorMod(at.getEpochSecond(), grid));
            }
        };
    }

    /** Every bar begins on it. */
    private static Duration grid(BarLength length) {
        return length.length().compareTo(LONGEST_GRID) < 0 ? length.length() : LONGEST_GRID;
    }

    private static Instant ceiling(Instant at, BarLength length) {
        Instant floor = floor(at, length);
        return floor.equals(at)
                ? at
                : switch (length) {
                    case MONTHS_1 -> midnight(date(floor).plusMonths(1));
                    case WEEKS_1, DAYS_1 -> floor.plus(length.length());
                    default -> floor.plus(grid(length));
                };
    }

    private static LocalDate date(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static Instant midnight(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
